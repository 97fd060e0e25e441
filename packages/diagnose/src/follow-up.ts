import { askKey } from '@mongowhy/core'
import type { Ask, Finding } from '@mongowhy/core'
import { roundTripOf } from './round-trip.ts'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

// More open questions than this mean that the rules ask too widely; the rest stays undecided, and is said to be.
const maxAsks = 32

// A fault that answers is told within three seconds, whatever the bound on a step.
const quickMs = 1_000

// Once a step has used up its bound in silence, the questions that matter were asked beside it (see the hedges of the
// approach); what is left must not cost a second bound.
const afterSilenceMs = 200
// Farther than that a connection and one answer take, five round trips give a lost packet its chance too.
const roundTrips = 5

/** Makes the looks that rules miss, to decide or to be surer. Resolves to whether there were any. */
export async function followUp(
  ctx: ProbeContext,
  settings: ApproachSettings,
  findings: readonly Finding[],
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
  const spent = ctx.recorder.now()
  const slow = spent >= Math.min(ctx.options.stageTimeoutMs, 2 * quickMs)
  const farMs = roundTrips * roundTripOf(ctx.recorder.looks())
  const timeoutMs = slow
    ? Math.min(quickMs, Math.max(afterSilenceMs, farMs))
    : Math.min(quickMs, ctx.options.stageTimeoutMs)
  await Promise.all([...asks.values()].map((ask) => makeLook(ctx, settings, ask, timeoutMs)))
  return asks.size > 0
}
