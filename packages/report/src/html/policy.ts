/** The SHA-256 of `style`, in Base64; a test keeps it true. */
const styleHash = 'kKM/HHiviK+4R6VWThSzr39F5+PJEtN2G1/mQnHKW3A='

/** The page may show itself and nothing else: no script, no frame, no form, nothing from anywhere. */
export const policy: string = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
