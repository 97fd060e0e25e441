const brand: unique symbol = Symbol('mongowhy.developmentTls')

// Relaxed TLS that nobody looks at again for longer than this has become the production set-up.
const mostDaysAhead = 90
const day = 86_400_000

export interface DevelopmentTlsOptions {
  /** Why verification is relaxed; it stands in every warning and in the status. */
  readonly reason: string
  /** The last day on which it is allowed; of `'YYYY-MM-DD'` the end of that day, UTC. At most 90 days ahead. */
  readonly until: Date | string
}

/** Relaxed TLS for development; only `developmentTls()` makes one. */
export interface DevelopmentTls extends DevelopmentTlsOptions {
  readonly until: Date
  readonly [brand]: true
}

/** Allows certificates that cannot be verified, outside production and for a limited time. `connect` checks both. */
export function developmentTls({ reason, until }: DevelopmentTlsOptions): DevelopmentTls {
  return Object.freeze({ reason, until: endOf(until), [brand]: true as const })
}

export function isDevelopmentTls(value: unknown): value is DevelopmentTls {
  return typeof value === 'object' && value !== null && Reflect.get(value, brand) === true
}

function endOf(until: Date | string): Date {
  if (until instanceof Date) return until
  return /^\d{4}-\d{2}-\d{2}$/.test(until) ? new Date(`${until}T23:59:59.999Z`) : new Date(Number.NaN)
}

/** Why relaxed TLS is refused here and now; null: it is allowed. */
export function refusalOf(
  { reason, until }: DevelopmentTls,
  where: { readonly nodeEnv: string | undefined; readonly inContainer: boolean; readonly now: Date },
): { readonly expected: string; readonly how: string } | null {
  const how = 'Give the server a certificate that verifies, or name its authority in tlsCAFile.'
  if (where.nodeEnv === 'production') return { expected: 'verified TLS where NODE_ENV is production', how }
  if ((where.nodeEnv ?? '') === '' && where.inContainer) {
    return {
      expected: 'NODE_ENV to say that this container is not production',
      how: `Set NODE_ENV=development there. ${how}`,
    }
  }
  if (typeof reason !== 'string' || reason.trim() === '')
    return { expected: 'a reason for relaxed TLS', how: 'Say in `reason` why it is needed.' }
  const left = until.getTime() - where.now.getTime()
  if (Number.isNaN(left)) return { expected: '`until` as a Date or as YYYY-MM-DD', how: 'Write it so.' }
  if (left < 0)
    return { expected: `relaxed TLS to end by ${until.toISOString().slice(0, 10)}, which is over`, how }
  if (left > (mostDaysAhead + 1) * day) {
    return {
      expected: `\`until\` within ${mostDaysAhead} days`,
      how: 'Choose an earlier date, and look at it again then.',
    }
  }
  return null
}
