import { firstSeen } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'
import { answered } from '@mongowhy/causes/kit'

// Of two machines behind one address, both are met in this many tries but for one time in two thousand.
export const roundsOnContradiction = 12
// A fault that answers is told within three seconds, and our looks and the driver's have taken some of them.
export const longestOnContradictionMs = 1_200

/**
 * Whether our own first message was answered, and the driver's connection was cut or refused a moment later: what comes
 * and goes shows itself to whoever asks more than once. Pure.
 */
export function contradicted(evidence: Evidence): boolean {
  const driver = firstSeen(evidence, 'driver.connect')?.saw
  if (driver === undefined || answered(evidence, null) === undefined) return false
  const { outcome, servers } = driver
  if (outcome.is === 'connected') return false
  const errors = [
    ...(outcome.is === 'failed' && outcome.phase !== 'parse' ? [outcome.error] : []),
    ...servers.flatMap(({ error }) => error ?? []),
  ]
  return errors.some(({ systemCode }) => systemCode !== null && ofConnections.includes(systemCode))
}

const ofConnections: readonly string[] = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE']
