import { askKey } from '@mongowhy/core'
import type { Ask, Finding } from '@mongowhy/core'
import { roundTripOf } from './round-trip.ts'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { Pace } from './pace.ts'

// More open questions than this mean that the rules ask too widely; the rest stays undecided, and is said to be.
const maxAsks = 32

// A fault that answers is told within three seconds, whatever the bound on a step.
const longestMs = 1_000

// After a silence, what is left must not cost a second bound. Beside it, each question has a part of what is left: two
// rounds of them follow from a silence, and two of experiments.
const afterSilenceMs = 200
const questions = 4
// Farther than that a connection and one answer take, five round trips give a lost packet its chance too.
const roundTrips = 5

/** Makes the looks that rules miss, to decide or to be surer. Resolves to whether there were any. */
export async function followUp(
  ctx: ProbeContext,
  settings: ApproachSettings,
  findings: readonly Finding[],
  pace: Pace,
): Promise<boolean> {
  const made = new Set(ctx.recorder.looks().map(({ ask }) => askKey(ask)))
  const asks = new Map<string, Ask>()
  for (const finding of findings) {
    if (finding.is === 'absent') continue
    for (const ask of finding.missing) {
      const key = askKey(ask)
      if (!made.has(key) && asks.size < maxAsks) asks.set(key, ask)
    }
  }
  const { stageTimeoutMs } = ctx.options
  const nowMs = ctx.recorder.now()
  const silence = pace === 'silence' || nowMs >= Math.min(stageTimeoutMs, 2 * longestMs)
  const farMs = roundTrips * roundTripOf(ctx.recorder.looks())
  const timeoutMs = silence
    ? Math.min(longestMs, Math.max(afterSilenceMs, farMs, (stageTimeoutMs - nowMs) / questions))
    : Math.min(longestMs, stageTimeoutMs)
  await Promise.all([...asks.values()].map((ask) => makeLook(ctx, settings, ask, timeoutMs)))
  return asks.size > 0
}
