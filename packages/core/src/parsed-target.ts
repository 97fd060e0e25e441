import type { Secret } from './redaction/secret.ts'
import type { UriSighting } from './sightings/index.ts'

/** A connection string once read: the facts that may be shown, and the secrets that may not. */
export interface ParsedTarget {
  readonly raw: Secret
  readonly uri: UriSighting
  readonly username: Secret | null
  readonly password: Secret | null
  readonly certificateKeyPassword: Secret | null
  readonly proxyUsername: Secret | null
  readonly proxyPassword: Secret | null
  /** Everything that must be scrubbed from texts of others: the above, encoded and decoded, whole and in pieces. */
  readonly secrets: readonly Secret[]
}
