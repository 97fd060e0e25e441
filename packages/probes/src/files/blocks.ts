export interface Block {
  readonly label: string
  /** The whole block, with its lines of dashes. */
  readonly pem: string
}

const block = /-----BEGIN ([A-Z0-9 ]{1,40})-----[^-]*(?:-(?!----)[^-]*)*-----END \1-----/g
// A bundle that has more tells nothing new by the rest.
const maxBlocks = 2_000

/** The PEM blocks of a text, in order; at most 2000. Text around them is allowed, as OpenSSL allows it. */
export function blocksIn(bytes: Buffer): readonly Block[] {
  const found: Block[] = []
  for (const match of bytes.toString('latin1').matchAll(block)) {
    found.push({ label: match[1] ?? '', pem: match[0] })
    if (found.length >= maxBlocks) break
  }
  return found
}

export function isCertificate({ label }: Block): boolean {
  return label === 'CERTIFICATE' || label === 'X509 CERTIFICATE' || label === 'TRUSTED CERTIFICATE'
}

export function isKey({ label }: Block): boolean {
  return label === 'PRIVATE KEY' || label.endsWith(' PRIVATE KEY')
}

export function isEncrypted({ label, pem }: Block): boolean {
  return label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: 4,ENCRYPTED/m.test(pem)
}
