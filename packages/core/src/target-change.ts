import type { Endpoint } from './endpoint.ts'

/** Options of the driver that a remedy may set; null takes one away. */
export interface OptionChange {
  readonly authSource?: string
  readonly authMechanism?: string | null
  readonly directConnection?: boolean
  readonly replicaSet?: string | null
  readonly loadBalanced?: boolean
  readonly readPreference?: 'primary' | 'primaryPreferred' | 'secondary' | 'secondaryPreferred' | 'nearest'
  readonly retryWrites?: boolean
  readonly serverSelectionTimeoutMS?: number
  readonly connectTimeoutMS?: number
}

/**
 * The smallest change to the target that a cause says will make it work, as data. Proving tries it. None of them switches
 * verification off: there is no such change.
 */
export type TargetChange =
  /** Options of the driver, and other seeds where the change needs them. */
  | { readonly change: 'options'; readonly options: OptionChange; readonly seeds?: readonly Endpoint[] }
  /** TLS on or off; tried by a hello, without credentials. */
  | { readonly change: 'tls'; readonly tls: boolean }
  /** Only addresses of one family. */
  | { readonly change: 'family'; readonly family: 'ipv4' | 'ipv6' }
  /** Another store that verifies the peer; tried by a strict handshake alone. */
  | { readonly change: 'trust'; readonly store: 'system' | 'bundled' }
  /** The driver's own store and the issuer that was fetched from this address; tried by a strict handshake alone. */
  | { readonly change: 'issuer'; readonly url: string }
  /** The same password, read another way. Costs a login. */
  | { readonly change: 'password'; readonly password: 'decoded-once-more' | 'encoded-once' | 'trimmed' }

/** Whether a change may cost a failed login: accounts lock, so it is tried only when that was asked for. */
export function changesLogin(change: TargetChange): boolean {
  if (change.change === 'password') return true
  return (
    change.change === 'options' &&
    (change.options.authSource !== undefined || change.options.authMechanism !== undefined)
  )
}

/** Two changes that are the same have the same key. */
export function changeKey(change: TargetChange): string {
  return JSON.stringify(change, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
