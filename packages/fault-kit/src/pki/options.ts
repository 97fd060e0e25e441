/** What stands in a certificate. Everything has a sound default; each option makes one thing odd. */
export interface CertificateOptions {
  /** DNS names of the subject's alternative names. */
  readonly names?: readonly string[]
  /** IP addresses of the subject's alternative names. */
  readonly addresses?: readonly string[]
  /** The subject's common name; the first of `names` unless told. */
  readonly commonName?: string
  /** Leave the alternative names out, so that only the common name says whom the certificate is for. */
  readonly noAltNames?: boolean
  /** One hour ago unless told. */
  readonly notBefore?: Date
  /** In 90 days unless told. */
  readonly notAfter?: Date
  /** The extended key usage; `both` unless told. */
  readonly purpose?: Purpose
  /** The digest of the issuer's signature; `sha256` unless told. */
  readonly digest?: Digest
  /** An RSA key of 1024 bits in place of an EC key on P-256. */
  readonly weakKey?: boolean
  /** Where the issuer's certificate can be fetched (authority information access). */
  readonly caIssuersUrl?: string
  /** Where to ask whether it was revoked. */
  readonly ocspUrl?: string
  /** Demands that the server staple an OCSP answer. */
  readonly mustStaple?: boolean
  /** Times at which logs of certificate transparency say that they saw it. */
  readonly loggedAt?: readonly Date[]
}

export type Purpose = 'server' | 'client' | 'both'

export type Digest = 'sha256' | 'sha1'

/** What stands in the certificate of an authority. */
export interface AuthorityOptions {
  /** Its common name; `Lab root` or `Lab intermediate` unless told. */
  readonly name?: string
  readonly notBefore?: Date
  /** In ten years unless told. */
  readonly notAfter?: Date
  readonly digest?: Digest
  readonly weakKey?: boolean
  /** How many authorities may follow below it. */
  readonly pathLength?: number
  /** The DNS suffixes that it may issue for; all unless told. */
  readonly nameConstraints?: readonly string[]
  /** `false` makes a certificate that signs without being an authority. */
  readonly ca?: boolean
  readonly caIssuersUrl?: string
}
