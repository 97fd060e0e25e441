import type { Secret } from './redaction/secret.ts'

/** What to diagnose: the raw connection string stays inside the `Secret`. */
export interface Target {
  readonly uri: Secret
  /** `argument`, `env:NAME`, `stdin`, `.env:NAME`, `config:NAME`. */
  readonly source: string
}
