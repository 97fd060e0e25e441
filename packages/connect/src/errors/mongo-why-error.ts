import type { CauseCode, Certainty } from '@mongowhy/core'
import type { ReportDocument } from '@mongowhy/report'

/**
 * The connection could not be made, and why. `report` is the document of `mongowhy --json`; `cause` is the driver's error, or
 * what it met last where it was still trying.
 * Holds no secret.
 */
export class MongoWhyError extends Error {
  override readonly name: string = 'MongoWhyError'
  readonly code: CauseCode | 'unexplained'
  readonly certainty: Certainty | null
  /** What to do, the most useful first. */
  readonly steps: readonly string[]
  readonly report: ReportDocument | null

  /** `cause`: without what could hold a secret. */
  constructor(report: ReportDocument | null, cause: Error | null) {
    const primary = report?.verdict.primary ?? null
    super(messageOf(report, cause), cause === null ? {} : { cause })
    this.code = primary?.code ?? 'unexplained'
    this.certainty = primary?.certainty ?? null
    this.steps = primary?.steps ?? []
    this.report = report
  }
}

function messageOf(report: ReportDocument | null, cause: Error | null): string {
  const primary = report?.verdict.primary ?? null
  if (primary === null)
    return `MongoDB cannot be reached, and what was seen does not decide why${cause === null ? '' : `: ${cause.message}`}`
  const [first] = primary.steps
  return `${primary.title} (${primary.code}, ${primary.certainty})${first === undefined ? '' : `. ${first}`}`
}
