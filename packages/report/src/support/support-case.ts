import type { CauseCode, Report } from '@mongowhy/core'

import type { Said } from '../said/said.ts'

/** One diagnosis, and the file that it was kept in. */
export interface Run {
  readonly report: Report
  readonly file: string | null
}

/** How a driver prints the cause that was found, recorded from a run of it. */
export interface DriverText {
  readonly driver: string
  readonly text: string
}

/** Everything that a report for support is made of. */
export interface SupportCase {
  /** The oldest first. */
  readonly runs: readonly [Run, ...Run[]]
  /** What people claimed and tried; null where nobody said. */
  readonly said: Said | null
  /** Whom to ask; null where nobody said. */
  readonly contact: string | null
  /** What support calls the deployment; null where nobody said. */
  readonly cluster: string | null
  readonly textsOf: (code: CauseCode) => readonly DriverText[]
}

/** The run that the report is about: the last that did not work, or the last of all. */
export function subjectOf({ runs }: SupportCase): Report {
  const failing = runs.findLast(({ report }) => report.verdict.outcome !== 'healthy')
  return (failing ?? runs.at(-1) ?? runs[0]).report
}

/** The last run, where it is not the one that the report is about: how it stands since. */
export function sinceThen({ runs }: SupportCase): Run | null {
  const last = runs.at(-1) ?? runs[0]
  const failing = runs.findLast(({ report }) => report.verdict.outcome !== 'healthy')
  return failing === undefined || failing === last ? null : last
}
