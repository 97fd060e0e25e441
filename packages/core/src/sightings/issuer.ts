import type { CertificateFacts, Verification } from './tls.ts'

/** Why an address that a certificate names was not asked, or gave nothing. */
export type FetchFailure =
  | 'not-presented'
  | 'not-http'
  | 'no-address'
  | 'private-address'
  | 'unreachable'
  | 'silent'
  | 'http-error'
  | 'too-large'
  | 'unreadable'

/** The issuer's certificate from the address that the last certificate of a chain gives for it. */
export interface AiaSighting {
  readonly url: string
  readonly outcome:
    | {
        readonly is: 'fetched'
        readonly certificate: CertificateFacts
        /** Whether it made the signature of the certificate that names the address. */
        readonly isIssuer: boolean
        /** The presented chain with the fetched certificate added to it. */
        readonly verifications: readonly Verification[]
      }
    | { readonly is: 'failed'; readonly why: FetchFailure; readonly status: number | null }
}

/** What is known of a certificate's revocation (RFC 6960). */
export interface OcspSighting {
  readonly source: 'stapled' | 'asked'
  readonly url: string | null
  /** The certificate demands a stapled answer (RFC 7633). */
  readonly mustStaple: boolean
  /** Responders that the certificate names. */
  readonly responders: readonly string[]
  readonly outcome:
    | {
        readonly is: 'answer'
        readonly status: 'good' | 'revoked' | 'unknown'
        readonly revokedAt: string | null
        /** CRLReason of RFC 5280, 5.3.1. */
        readonly reason: number | null
        readonly producedAt: string
        readonly thisUpdate: string
        readonly nextUpdate: string | null
        /** By the issuer, or by a responder that the issuer certified for it. */
        readonly signature: 'valid' | 'invalid' | 'unchecked'
      }
    /** The server stapled nothing, or the certificate names no responder. */
    | { readonly is: 'none' }
    /** OCSPResponseStatus other than successful: 3 is try later, 6 unauthorised. */
    | { readonly is: 'refused'; readonly status: number }
    | { readonly is: 'failed'; readonly why: FetchFailure; readonly status: number | null }
    /** An answer, but not about this certificate. */
    | { readonly is: 'other-certificate' }
    | { readonly is: 'handshake-failed' }
}
