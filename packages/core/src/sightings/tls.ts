export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

/** One TLS record as the tap saw it. */
export interface TlsRecord {
  readonly direction: 'sent' | 'received'
  readonly at: number
  readonly bytes: number
  /** Handshake messages, alerts and the like that the record held, where they could be read. */
  readonly holds: readonly string[]
}

/** Where in the handshake an alert stood, by what had been seen of the peer until then. */
export type AlertPosition =
  | 'before-server-hello'
  | 'after-server-hello'
  | 'after-certificate'
  | 'after-client-flight'
  | 'after-handshake'

export interface TlsAlert {
  readonly number: number
  /** RFC 8446 name, `internal_error` say; `unassigned` for numbers that have none. */
  readonly name: string
  readonly level: 'warning' | 'fatal'
  readonly direction: 'sent' | 'received'
  readonly position: AlertPosition
  readonly at: number
}

export interface CertificateFacts {
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  readonly notBefore: string
  readonly notAfter: string
  readonly altNames: readonly string[]
  readonly isCa: boolean
  readonly key: string
  readonly signature: string
  readonly fingerprint256: string
  readonly caIssuers: readonly string[]
  /** Addresses of OCSP responders. Absent in evidence of older versions, as the two below. */
  readonly ocspResponders?: readonly string[]
  /** Demands that the server staple an OCSP answer. */
  readonly mustStaple?: boolean
  /** When logs of certificate transparency signed for it: real time is later than each. Their signatures are not checked. */
  readonly loggedAt?: readonly string[]
  /** DER in base64, so that a saved file can be judged again. */
  readonly der: string
}

/** One thing wrong with a chain; `depth` counts from the leaf, 0. `inStore`: that certificate stands in the client's store. */
export type ChainDefect = {
  readonly depth: number
  readonly subject: string
  readonly inStore?: true
} & (
  | { readonly is: 'expired'; readonly notAfter: string }
  | { readonly is: 'not-yet-valid'; readonly notBefore: string }
  | { readonly is: 'name-mismatch'; readonly wanted: string; readonly names: readonly string[] }
  | { readonly is: 'self-signed' }
  | { readonly is: 'untrusted-root' }
  | { readonly is: 'unknown-issuer'; readonly issuer: string; readonly hasCaIssuersUrl: boolean }
  /** The certificate that has the issuer's name and did not sign: sent along, or the client's own. Absent: not told. */
  | { readonly is: 'bad-signature'; readonly issuerFrom?: 'chain' | 'store' }
  | { readonly is: 'weak-key'; readonly key: string }
  | { readonly is: 'weak-digest'; readonly digest: string }
  | { readonly is: 'purpose'; readonly purposes: readonly string[] }
  /** The key may sign certificates, say, and not take part in TLS. */
  | { readonly is: 'key-usage' }
  | { readonly is: 'unknown-critical'; readonly extension: string }
  | { readonly is: 'issuer-no-ca' }
  | { readonly is: 'path-too-long' }
  | { readonly is: 'name-constraint'; readonly name: string }
  | { readonly is: 'no-alt-names' }
  | { readonly is: 'unreadable' }
)

/** The chain judged by our own verifier against one store; all defects, not the first. */
export interface Verification {
  /** `driver`: the store that the user's own driver options use. */
  readonly store: 'driver' | 'bundled' | 'system' | 'given'
  readonly storeSize: number
  readonly trusted: boolean
  /** Not trusted, although a certificate of the chain stands in the store. */
  readonly partial?: true
  readonly defects: readonly ChainDefect[]
}

export interface TlsSighting {
  readonly address: string
  /** The SNI that was sent; null when none was. */
  readonly servername: string | null
  readonly outcome:
    | {
        readonly is: 'secure'
        readonly version: TlsVersion
        readonly cipher: string
        readonly alpn: string | null
      }
    | { readonly is: 'alert' }
    /** `afterMs`: how long after our hello; absent in evidence of older versions. */
    | { readonly is: 'closed'; readonly afterMs?: number }
    | { readonly is: 'reset'; readonly afterMs?: number }
    | { readonly is: 'silent' }
    | { readonly is: 'not-tls'; readonly protocol: PeerProtocol; readonly excerpt: string }
    /** Our own stack gave up: what the peer offered did not fit, or was malformed. */
    | { readonly is: 'local-failure'; readonly code: string; readonly reason: string }
  /** What the server chose, read from its hello; null before one. */
  readonly negotiated: { readonly version: TlsVersion | string; readonly cipher: string } | null
  /** The versions that our hello offered. */
  readonly offered: readonly TlsVersion[]
  readonly records: readonly TlsRecord[]
  readonly alerts: readonly TlsAlert[]
  readonly bytesRead: number
  /** As sent on the wire, at most 16; empty when none was seen. */
  readonly chain: readonly CertificateFacts[]
  readonly chainLength: number
  readonly verifications: readonly Verification[]
  /** Node's own verdict under the driver's options, for comparison; null when it authorised. */
  readonly runtimeVerdict: string | null
  readonly clientCertificate: {
    readonly requested: boolean
    readonly sent: boolean
    readonly acceptableIssuers: readonly string[]
  }
  /** What came after our Finished, once a first message was sent: TLS 1.3 servers refuse client certificates here. */
  readonly afterSecure: 'not-reached' | 'open' | 'alert' | 'closed' | 'reset' | 'silent'
}

/** What a peer turned out to speak; `echo`: our own bytes, sent back. */
export type PeerProtocol =
  | 'mongodb'
  | 'http'
  | 'http2'
  | 'ssh'
  | 'smtp-or-ftp'
  | 'mysql'
  | 'postgresql'
  | 'redis'
  | 'memcached'
  | 'amqp'
  | 'socks'
  | 'tls'
  | 'echo'
  | 'unknown'
