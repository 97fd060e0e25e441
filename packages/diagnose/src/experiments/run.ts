import { setMaxListeners } from 'node:events'

import type { Ask, Cause, Endpoint, Evidence, Finding } from '@mongowhy/core'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from '../investigate.ts'
import type { Pace } from '../pace.ts'
import { boundsOf } from './bounds.ts'
import type { Bounds } from './bounds.ts'
import { dueExperiments } from './due.ts'
import type { Due } from './due.ts'
import { nextRound } from './round.ts'
import type { Round } from './round.ts'

// Of one host, over a whole diagnosis: a third of what a scan for cipher suites takes.
const mostConnections = 40
// At one host at a time: a server that limits connections must not be what is measured.
const sideBySide = 3
// Members are looked at side by side; more of them than this tell nothing that these do not.
const mostPlaces = 8

/** Runs the experiments that are due, those of one host one after the other. Resolves to whether there were any. */
export async function runExperiments(
  ctx: ProbeContext,
  settings: ApproachSettings,
  causes: readonly Cause[],
  findings: readonly Finding[],
  now: EvidenceNow,
  pace: Pace,
): Promise<boolean> {
  const due = dueExperiments(causes, findings, now())
  if (due.length === 0) return false
  const bounds = boundsOf(now(), ctx.recorder.now(), pace)
  const leftMs = bounds.until - ctx.recorder.now()
  if (leftMs <= 0) return false
  const late = AbortSignal.timeout(Math.ceil(leftMs))
  const bounded = { ...ctx, signal: AbortSignal.any([ctx.signal, late]) }
  // Every arm at every place waits for it.
  setMaxListeners(0, bounded.signal)
  const places = [...new Set(due.map(({ at }) => at))].slice(0, mostPlaces)
  await Promise.all(
    places.map(async (place) => {
      for (const each of due.filter(({ at }) => at === place))
        await runPlan(bounded, settings, each, now, bounds)
    }),
  )
  return true
}

/** Runs one experiment at one place until it has decided, or the bounds are met. */
export async function runPlan(
  ctx: ProbeContext,
  settings: ApproachSettings,
  { experiment, plan, at }: Due,
  now: EvidenceNow,
  bounds: Bounds,
): Promise<void> {
  const look = (ask: Ask): Promise<void> => makeLook(ctx, settings, ask, bounds.lookMs)
  for (;;) {
    const round = ctx.signal.aborted ? null : nextRound(experiment, plan, now(), at)
    if (round === null || connectionsTo(now(), at) + sizeOf(round) > mostConnections) return
    if (bounds.afterSilence) {
      await Promise.all([round.control, ...round.variations].map(look))
      continue
    }
    await look(round.control)
    for (let from = 0; from < round.variations.length; from += sideBySide) {
      if (ctx.signal.aborted) return
      await Promise.all(round.variations.slice(from, from + sideBySide).map(look))
    }
  }
}

function sizeOf({ variations }: Round): number {
  return 1 + variations.length
}

/** Connections that experiments made to one endpoint so far. */
function connectionsTo(evidence: Evidence, at: Endpoint): number {
  return evidence.looks.filter(({ ask }) => ask.trial !== undefined && ask.endpoint === at).length
}
