import { setTimeout as wait } from 'node:timers/promises'

import { repetition } from '@mongowhy/core'
import type { DiagnoseOptions } from '@mongowhy/core'
import { makeLook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'

import type { EvidenceNow } from '../investigate.ts'
import type { Session } from '../session.ts'
import type { Repetition } from './contradiction.ts'
import { burstOf, mayRepeatDriver, nonePassed, placesIn, roundOf } from './places.ts'

// A repetition looks for what comes and goes. Who is silent longer than this is counted as silent, and the next is tried.
const longestWalkMs = 2_000

/** The repetition that the user asked for, in all the time that there is. */
export function asked({ repeat: rounds }: Pick<DiagnoseOptions, 'repeat'>): Repetition {
  return { rounds, walkMs: longestWalkMs, longestMs: Infinity }
}

// What is kept back of the time for the verdict, its proofs and its printing.
const keptBackMs = 500

// Rounds that follow one another at once meet one and the same moment; a server that starts needs some of them apart.
const longestPauseMs = 100
// Walks come first, and leave the driver's rounds the smaller half: they need less time and tell more.
const walksShare = 0.6

/**
 * Walks every path that was met N times, round by round, all members in each round. Where the driver got in, its whole way
 * is repeated after that, and not in between: its connections would take their turn at a balancer, and hide whose turn it is.
 * Ends when the rounds are made or the time is up: `longestMs` from now, and before the bound of the whole.
 */
export async function repeat(
  ctx: ProbeContext,
  settings: ApproachSettings,
  session: Session,
  now: EvidenceNow,
  { rounds, walkMs, longestMs, steadyAfter = Infinity }: Repetition,
): Promise<void> {
  const { stageTimeoutMs, timeoutMs } = ctx.options
  const places = placesIn(now())
  const bound = Math.min(stageTimeoutMs, walkMs)
  const from = ctx.recorder.now()
  const until = Math.min(timeoutMs - keptBackMs, from + longestMs)
  const over = (round: number, end: number): boolean =>
    round > rounds || ctx.signal.aborted || ctx.recorder.now() >= end
  const walksUntil = mayRepeatDriver(now()) ? from + walksShare * (until - from) : until
  const pauseMs = Math.min(longestPauseMs, (walksUntil - from) / (2 * rounds))
  for (let round = 1; !over(round, walksUntil); round += 1) {
    if (round > 1) await pause(pauseMs, ctx.signal)
    await Promise.all(roundOf(places, round).map((ask) => makeLook(ctx, settings, ask, bound)))
    if (round >= steadyAfter && nonePassed(now())) break
  }
  for (let round = 1; !over(round, until) && mayRepeatDriver(now()); round += 1) {
    await session.attempt(null, bound, { experiment: repetition, arm: 'variation', round })
  }
}

const bursts = 2

/** Makes several connections at a time where one after the other went through: a limit shows only then. */
export async function crowd(
  ctx: ProbeContext,
  settings: ApproachSettings,
  now: EvidenceNow,
  { walkMs }: Pick<Repetition, 'walkMs'>,
): Promise<void> {
  const places = placesIn(now()).slice(0, 1)
  for (let round = 1; round <= bursts && !ctx.signal.aborted; round += 1) {
    await Promise.all(burstOf(places, round).map((ask) => makeLook(ctx, settings, ask, walkMs)))
  }
}

/** Between half of it and one and a half: a server that lets so many in each second must not look like one that deals in turn. */
async function pause(aboutMs: number, signal: AbortSignal): Promise<void> {
  const ms = aboutMs * (0.5 + Math.random())
  // Interrupted or not, the loop sees it next.
  await wait(ms, undefined, { signal }).catch(() => {})
}
