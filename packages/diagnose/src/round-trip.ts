import type { Look } from '@mongowhy/core'

/**
 * The longest round trip that was measured, in milliseconds; 0 where none was. Answers to a hello count as well as
 * connections: a tunnel or a proxy on this machine opens at once, and what is behind it may be far away.
 */
export function roundTripOf(looks: readonly Look[]): number {
  return looks.reduce((most, look) => Math.max(most, measured(look)), 0)
}

function measured(look: Look): number {
  if (look.status !== 'seen') return 0
  const { saw } = look
  if ('roundTripMs' in saw) return saw.roundTripMs ?? 0
  if (!('outcome' in saw) || typeof saw.outcome === 'string') return 0
  return saw.outcome.is === 'open' ? saw.outcome.roundTripMs : 0
}
