import type { MongoClientOptions } from 'mongodb'

import type { CollectionDefinitions } from './collections/define.ts'
import type { ConnectEvent } from './events.ts'
import type { Logger } from './logger.ts'
import type { DevelopmentTls } from './tls/development-tls.ts'

export interface TlsFiles {
  readonly caFile?: string
  readonly certificateKeyFile?: string
}

export type FallbackOption = string | { readonly uri: string; readonly readOnly?: boolean }

export interface ConnectOptions<Definitions extends CollectionDefinitions = CollectionDefinitions> {
  /** Wins over `MONGODB_URI`. */
  readonly uri?: string
  /** Wins over `MONGODB_DATABASE`. */
  readonly database?: string
  /** `process.env` unless told. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly collections?: Definitions
  readonly tls?: TlsFiles | DevelopmentTls
  /** Tried in order when the first cannot be reached; read-only unless told, as those of the environment are. */
  readonly fallbacks?: readonly FallbackOption[]
  /** Bound on all of it, diagnosis included, in milliseconds; 10 000 unless told. */
  readonly timeoutMs?: number
  /** Whether to try again within `timeoutMs` where that can help; it is tried unless told. */
  readonly retry?: boolean
  /** Any option of `MongoClient`; wins over what the environment says. */
  readonly driver?: MongoClientOptions
  /** pino, or anything of its shape. */
  readonly logger?: Logger
  readonly onEvent?: (event: ConnectEvent) => void
}
