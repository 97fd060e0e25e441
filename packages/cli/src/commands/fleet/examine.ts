import { anonymizedReport, Anonymizer } from '@mongowhy/core'
import type { CauseCode, DiagnoseOptions, Report, Target, Verdict } from '@mongowhy/core'
import { diagnose, SharedWork } from '@mongowhy/diagnose'
import { reportDocument } from '@mongowhy/report'

import { hidingUsers, keepSecret, outgoingReports, secretsOfRun } from '../../secrets.ts'
import { version } from '../../version.ts'

/** What is written of a target beyond its verdict. */
export interface LineForm {
  readonly evidence: boolean
  readonly anonymize: boolean
}

/** One target's line of output, and what the summary counts of it. */
export interface Examined {
  readonly line: string
  readonly outcome: Verdict['outcome']
  readonly code: CauseCode | null
  readonly interrupted: boolean
}

/** Diagnoses targets, many at once. */
export interface Examiner {
  examine(target: Target, signal: AbortSignal): Promise<Examined>
  /** Ends what it keeps running. */
  end(): Promise<void>
}

/** Diagnoses in this thread. */
export function examinerHere(options: DiagnoseOptions, form: LineForm): Examiner {
  const shared = new SharedWork()
  return {
    examine: async (target, signal) => {
      try {
        const found = await diagnose(target, options, { signal, shared, version: version() })
        const named = hidingUsers(found, options.userNames, target.uri.reveal())
        return examined(named, target, form)
      } catch (error) {
        // What failed may quote the target, and is going to be reported.
        keepSecret(target.uri)
        throw error
      }
    },
    end: async () => shared.end(),
  }
}

function examined(found: Report, target: Target, form: LineForm): Examined {
  const report = form.anonymize ? anonymizedReport(found, new Anonymizer()) : found
  const line = (sealed: Report): string => {
    const { evidence, ...rest } = reportDocument(sealed)
    return JSON.stringify(form.evidence ? { ...rest, evidence } : rest)
  }
  const { verdict, interrupted } = found
  return {
    line: outgoingReports(
      [found.evidence, report.evidence],
      (seal) => line(seal(report)),
      secretsOfRun(target.uri),
    ),
    outcome: verdict.outcome,
    code: verdict.primary?.code ?? null,
    interrupted,
  }
}
