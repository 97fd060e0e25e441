import type { Secret } from './redaction/secret.ts'
import type { UserNames } from './redaction/user-names.ts'

/** How a diagnosis is to be made; every duration in milliseconds. */
export interface DiagnoseOptions {
  /** Bound on the whole diagnosis. */
  readonly timeoutMs: number
  /** Bound on one network step. */
  readonly stageTimeoutMs: number
  /** Resolvers as `host:port`; the first is used for everything, the others are compared. Empty: the system's. */
  readonly resolvers: readonly string[]
  /** Addresses to use for a host and port, as curl's `--resolve`. */
  readonly resolve: readonly { readonly host: string; readonly port: number; readonly address: string }[]
  readonly caFile: string | null
  readonly certKeyFile: string | null
  /** `socks5://user:password@host:port`; null: what the connection string says. */
  readonly proxy: Secret | null
  readonly writeCheck: { readonly database: string; readonly collection: string } | null
  /** Options that stand in the user's code, as MongoClient takes them. They win over the connection string. */
  readonly driverOptions: Readonly<Record<string, unknown>>
  readonly offline: boolean
  /** A host of the user's choice, by which our side of a fault is told from theirs; without a port, the target's own and 443 are tried. */
  readonly control: { readonly host: string; readonly port: number | null } | null
  /** Whether to try the smallest change that should make it work: `asked` may spend a login, `safe` never does. */
  readonly prove: 'asked' | 'safe' | 'off'
  /** How often to run the step that fails, or the whole path where none does. */
  readonly repeat: number
  /** The full matrix of TLS versions and cipher suites. */
  readonly tlsMatrix: boolean
  /** Whether the report names users; passwords never stand in it. */
  readonly userNames: UserNames
}

/** The defaults of the contract. */
export const defaultOptions: DiagnoseOptions = {
  timeoutMs: 15_000,
  stageTimeoutMs: 5_000,
  resolvers: [],
  resolve: [],
  caFile: null,
  certKeyFile: null,
  proxy: null,
  writeCheck: null,
  driverOptions: {},
  offline: false,
  control: null,
  prove: 'safe',
  repeat: 1,
  tlsMatrix: false,
  userNames: 'hidden',
}
