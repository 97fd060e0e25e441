import type { Code } from '../connection/attempt.ts'

/** `warn`: it works, and something about it should not stay so: a fallback, relaxed TLS, logins that fail. */
export type StatusLevel = 'pass' | 'warn' | 'fail'

export interface Status {
  readonly status: StatusLevel
  readonly using: {
    /** 0 is the first server, the others are fallbacks in order. */
    readonly index: number
    readonly fallback: boolean
    readonly readOnly: boolean
    /** ISO 8601. */
    readonly since: string
  }
  /** What the last ping took, in milliseconds; null where it was not answered. */
  readonly observedValue: number | null
  /** When it was made; ISO 8601. */
  readonly time: string
  /** Why it is not `pass`, as far as that is known. */
  readonly code?: Code
  readonly relaxedTls?: { readonly reason: string; readonly until: string }
}
