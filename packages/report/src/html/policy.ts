/** The SHA-256 of `style`, in Base64; a test keeps it true. */
const styleHash = 'WDclrg58efD8hDFEjwJYGDVj+mQUpqIu3RJjI6saLE0='

/** The page may show itself and nothing else: no script, no frame, no form, nothing from anywhere. */
export const policy: string = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
