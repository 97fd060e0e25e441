/** The steps of a path, in their order. */
export type PathStep = 'tcp' | 'proxy' | 'tls' | 'wire'

/**
 * One walk along the whole path to one address: connection, TLS, hello, without credentials. Small, since a repetition
 * keeps many.
 */
export interface WalkSighting {
  readonly address: string
  /** Where it ended and how (`refused`, `silent`, `alert 80`, `certificate`, `closed`); null: the hello was answered. */
  readonly failed: { readonly step: PathStep; readonly how: string } | null
  /** How long each step took, in milliseconds; those that were not reached are absent. */
  readonly tookMs: { readonly [S in PathStep]?: number }
  /** What tells the server from others behind the same address: the id of its process, else its own name. */
  readonly server: string | null
  /** SHA-256 of the certificate that was shown, its first 16 digits. */
  readonly certificate: string | null
}
