import type { CauseCode, Report } from '@mongowhy/core'

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
  /** The oldest first; the last is the one that is reported on. */
  readonly runs: readonly [Run, ...Run[]]
  /** Whom to ask; null where nobody said. */
  readonly contact: string | null
  /** What support calls the deployment; null where nobody said. */
  readonly cluster: string | null
  readonly textsOf: (code: CauseCode) => readonly DriverText[]
}

/** The run that the report is about. */
export function subjectOf({ runs }: SupportCase): Report {
  return (runs.at(-1) ?? runs[0]).report
}
