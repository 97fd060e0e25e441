import type { Evidence } from '@mongowhy/core'

import type { Pace } from '../pace.ts'
import { roundTripOf } from '../round-trip.ts'

/** What the experiments of a diagnosis may cost. */
export interface Bounds {
  /** Milliseconds since the diagnosis began; nothing is begun after it, and what runs is ended. */
  readonly until: number
  /** For one look, in milliseconds. */
  readonly lookMs: number
  /** Something was waited for in vain: arms that may be silent too run side by side, so that they cost one wait. */
  readonly afterSilence: boolean
}

// A fault that answers is told within three seconds; the rest is for the verdict.
const answeredUntilMs = 2_600
const longestLookMs = 1_000
// A step that used up its bound in silence is told within two seconds more; the driver's end needs some of them.
const silenceAddsMs = 1_300
const shortestMs = 250
// Of what is left of a silence, a look may take this part: as many as may follow one another.
const arms = 6

/** How long experiments may still take, given how long the diagnosis has taken and how far away the target is. */
export function boundsOf(evidence: Evidence, nowMs: number, pace: Pace = 'answers'): Bounds {
  const { stageTimeoutMs } = evidence.options
  // TCP, the hello, its answer, and a lost packet's worth of patience.
  const patienceMs = Math.max(shortestMs, 5 * roundTripOf(evidence.looks))
  if (pace === 'answers' && nowMs < Math.min(stageTimeoutMs, answeredUntilMs - 2 * shortestMs)) {
    return { until: answeredUntilMs, lookMs: Math.min(longestLookMs, stageTimeoutMs), afterSilence: false }
  }
  const until = Math.max(nowMs, stageTimeoutMs) + Math.min(silenceAddsMs, 3 * patienceMs)
  const lookMs = Math.min(Math.max(patienceMs, (stageTimeoutMs - nowMs) / arms), silenceAddsMs / 2)
  return { until, lookMs, afterSilence: true }
}
