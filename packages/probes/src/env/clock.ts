import type { HostSighting } from '@mongowhy/core'

/** This version did not exist before; a clock that says so is wrong. */
const earliest = Date.parse('2026-01-01T00:00:00Z')

/** Beyond this the clock is more likely wrong than the version that old. */
const latest = Date.parse('2046-01-01T00:00:00Z')

/** Whether the clock can be right, judged without asking anybody. */
export function clock(now: Date): HostSighting['clock'] {
  const time = now.getTime()
  const reason =
    time < earliest
      ? 'the clock stands before this version of mongowhy was made'
      : time > latest
        ? 'the clock stands decades after this version of mongowhy was made'
        : null
  return { now: now.toISOString(), plausible: reason === null, reason }
}
