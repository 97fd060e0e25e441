import { firstSeen } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'

import type { Run } from '../support/support-case.ts'
import { changesIn } from './claims.ts'
import type { Change } from './claims.ts'
import type { Result, Said, Try } from './said.ts'

/** Something that happened: a run, which was measured, or a try, which was told. */
export interface TimedEvent {
  readonly by: 'measured' | 'said'
  /** null: nobody said when, so that it stands among the others that were told. */
  readonly at: string | null
  readonly what: string
  readonly result: Result
  readonly outcome: string
  readonly changes: readonly Change[]
  readonly place: string
  readonly report: Report | null
}

/** Runs and tries in the order of time, as far as it is known. */
export function eventsOf(runs: readonly Run[], said: Said | null): readonly TimedEvent[] {
  const measured = runs.map(runEvent)
  const told = (said?.tried ?? []).map(tryEvent)
  const timed = [...measured, ...told.filter(({ at }) => at !== null)].toSorted(
    (a, b) => timeOf(a) - timeOf(b),
  )
  // What has no time keeps its place among what was told, before what was measured.
  const untimed = told.filter(({ at }) => at === null)
  if (untimed.length === told.length) return [...untimed, ...timed]
  return told.reduce<readonly TimedEvent[]>((all, each, index) => {
    if (each.at !== null) return all
    const before = told.slice(0, index).findLast((other) => all.includes(other))
    const at = before === undefined ? 0 : all.indexOf(before) + 1
    return all.toSpliced(at, 0, each)
  }, timed)
}

function runEvent({ report, file }: Run): TimedEvent {
  const relaxed = isRelaxed(report)
  return {
    by: 'measured',
    at: report.evidence.takenAt,
    what: relaxed ? 'a run with certificate checks relaxed' : 'a run',
    result: report.verdict.outcome === 'healthy' ? 'worked' : 'failed',
    outcome: report.verdict.primary?.code ?? report.verdict.outcome,
    changes: relaxed ? ['relaxed'] : [],
    place: file ?? 'this run',
    report,
  }
}

/** Whether the target's options switch checks off. */
export function isRelaxed({ evidence }: Report): boolean {
  const options = firstSeen(evidence, 'uri.parse')?.saw.effective
  return options?.tlsAllowInvalidCertificates === true || options?.tlsAllowInvalidHostnames === true
}

function tryEvent({ at, what, result, outcome, place }: Try): TimedEvent {
  return { by: 'said', at, what, result, outcome, changes: changesIn(what), place, report: null }
}

/** A day without a time of day is its beginning. */
function timeOf({ at }: TimedEvent): number {
  return at === null ? 0 : Date.parse(at)
}
