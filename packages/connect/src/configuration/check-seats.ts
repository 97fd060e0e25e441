import { defaultOptions, parseTarget, Secret } from '@mongowhy/core'

import type { CodedProblem } from '../errors/configuration-error.ts'
import type { ConnectOptions } from '../options.ts'
import { relaxedInUri } from '../tls/relaxed-options.ts'
import type { Seat } from './configuration.ts'

/** What is wrong with the connection strings, as far as it can be seen without a socket. */
export async function checkSeats(
  seats: readonly Seat[],
  options: ConnectOptions,
): Promise<readonly CodedProblem[]> {
  const found: CodedProblem[] = []
  for (const seat of seats) {
    for (const name of relaxedInUri(seat.uri)) {
      found.push({
        code: 'uri-option-value',
        variable: seat.from,
        expected: `verified TLS: ${name} is always refused in a connection string`,
        how: 'Take it out. For development: tls: developmentTls({ reason, until }).',
      })
    }
    const { faults, effective } = parseTarget(seat.uri).uri
    // Loading the rules costs more than the rest of a connect; a sound string does not need them.
    if (faults.length > 0 || effective.tlsCAFile !== null || effective.tlsCertificateKeyFile !== null) {
      const problem = await judged(seat, options)
      if (problem !== null) found.push(problem)
    }
  }
  return found
}

async function judged(seat: Seat, options: ConnectOptions): Promise<CodedProblem | null> {
  const { diagnose } = await import('../diagnosis.ts')
  const { verdict } = await diagnose(
    { uri: new Secret(seat.uri), source: seat.from },
    { ...defaultOptions, offline: true, driverOptions: { ...options.driver } },
  )
  const { primary } = verdict
  if (primary === null) return null
  return {
    code: primary.code,
    variable: seat.from,
    expected: `a connection string that can be used. ${primary.title}`,
    how: primary.steps[0] ?? primary.explanation,
  }
}
