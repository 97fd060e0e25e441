import type { PeerProtocol, TlsAlert } from './tls.ts'

/** A ClientHello of our own making: what Node's library cannot offer, or of a size of our choice. */
export interface HelloVariation {
  readonly address: string
  /** undefined: the endpoint's name; null: none. */
  readonly servername?: string | null
  /** Version numbers, 0x0300 (SSL 3.0) to 0x0304 (TLS 1.3). undefined: 1.2 and 1.3. */
  readonly versions?: readonly number[]
  /** Suites by their IANA number; `all`: every registered one. undefined: those that clients of today offer. */
  readonly ciphers?: readonly number[] | 'all'
  /** Groups, likewise. */
  readonly groups?: readonly number[] | 'all'
  /** Signature schemes, likewise. */
  readonly signatures?: readonly number[] | 'all'
  /** `post-quantum`: a key share of X25519MLKEM768, which makes the hello longer than one segment. */
  readonly keyShare?: 'classic' | 'post-quantum'
  /** Padded to at least this many bytes (RFC 7685). */
  readonly size?: number
  /** Written in pieces of this many bytes, so that no packet is longer. */
  readonly piece?: number
}

/** What a server said to a hello of our own making. */
export interface HelloAnswerSighting {
  readonly address: string
  readonly servername: string | null
  /** Length of the record that was sent. */
  readonly helloBytes: number
  readonly outcome:
    | {
        readonly is: 'server-hello'
        readonly version: string
        readonly cipher: number
        readonly cipherName: string
        /** Of TLS 1.3; null where it was not told. */
        readonly group: number | null
        /** It asked for another hello, with a share of the group that it named. */
        readonly retry: boolean
      }
    | { readonly is: 'alert'; readonly alert: Pick<TlsAlert, 'number' | 'name' | 'level'> }
    | { readonly is: 'closed' }
    | { readonly is: 'reset' }
    | { readonly is: 'silent' }
    | { readonly is: 'not-tls'; readonly protocol: PeerProtocol; readonly excerpt: string }
  readonly bytesRead: number
  /** From our last byte to the first of the peer, in milliseconds; null when none came. */
  readonly answeredMs: number | null
}
