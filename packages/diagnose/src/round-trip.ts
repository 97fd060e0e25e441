import type { Look } from '@mongowhy/core'

/** The longest round trip that connections took, in milliseconds; 0 where none was measured. */
export function roundTripOf(looks: readonly Look[]): number {
  return looks.reduce((most, look) => {
    if (look.status !== 'seen' || !('outcome' in look.saw) || typeof look.saw.outcome === 'string')
      return most
    const { outcome } = look.saw
    return outcome.is === 'open' ? Math.max(most, outcome.roundTripMs) : most
  }, 0)
}
