/** The SHA-256 of `style`, in Base64; a test keeps it true. */
const styleHash = 'nR2AopmjTFEOGc65N0T+4g+IIwPjWIdMAu8UBUS9jdM='

/** The page may show itself and nothing else: no script, no frame, no form, nothing from anywhere. */
export const policy: string = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
