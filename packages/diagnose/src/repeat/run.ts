import { repetition } from '@mongowhy/core'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from '../investigate.ts'
import type { Session } from '../session.ts'
import { mayRepeatDriver, placesIn, roundOf } from './places.ts'

// A repetition looks for what comes and goes. Who is silent longer than this is counted as silent, and the next is tried.
const longestWalkMs = 2_000
// What is kept back of the time for the verdict, its proofs and its printing.
const keptBackMs = 500

/**
 * Walks every path that was met N times, round by round, all members in each round; and where the driver got in, its whole
 * way too. Ends when the rounds are made or the time is up.
 */
export async function repeat(
  ctx: ProbeContext,
  settings: ApproachSettings,
  session: Session,
  now: EvidenceNow,
): Promise<void> {
  const { repeat: rounds, stageTimeoutMs, timeoutMs } = ctx.options
  const places = placesIn(now())
  const bound = Math.min(stageTimeoutMs, longestWalkMs)
  const until = timeoutMs - keptBackMs
  for (let round = 1; round <= rounds && !ctx.signal.aborted && ctx.recorder.now() < until; round += 1) {
    const walks = roundOf(places, round).map((ask) => makeLook(ctx, settings, ask, bound))
    const trial = { experiment: repetition, arm: 'variation', round } as const
    const driver = mayRepeatDriver(now()) ? session.attempt(null, bound, trial) : Promise.resolve()
    await Promise.all([...walks, driver])
  }
}
