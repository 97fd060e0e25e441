/** Versions as they are named in the matrix. */
export type MatrixVersion = 'SSLv3' | 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

export interface MatrixSuite {
  /** IANA's number. */
  readonly id: number
  /** IANA's name. */
  readonly name: string
}

/** Every TLS version and cipher suite that a server takes, found by hellos that complete no handshake. */
export interface TlsMatrixSighting {
  readonly address: string
  readonly servername: string | null
  readonly versions: readonly {
    readonly version: MatrixVersion
    readonly suites: readonly MatrixSuite[]
    /** Whose preference decides among suites; null where there is nothing to prefer. */
    readonly preference: 'server' | 'client' | null
  }[]
  /** Hellos that were sent, each over a connection of its own. */
  readonly hellos: number
  /** Hellos that got no answer within their bound: what they offered may be taken after all. */
  readonly unanswered: number
}
