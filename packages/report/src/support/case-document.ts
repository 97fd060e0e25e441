import { phraseText } from '@mongowhy/core'

import { reportDocument } from '../report-document.ts'
import type { ReportDocument } from '../report-document.ts'
import type { Judgement } from '../said/checked.ts'
import { weigh } from '../said/weigh.ts'
import { subjectOf } from './support-case.ts'
import type { SupportCase } from './support-case.ts'

/**
 * What `mongowhy report --json` prints: the document of the run that is reported on, and beside it what the others, and
 * what people said, add to it; `schema/report.schema.json` describes it.
 */
export interface CaseDocument extends ReportDocument {
  readonly report: {
    readonly contact: string | null
    readonly cluster: string | null
    readonly runs: readonly {
      readonly file: string | null
      readonly takenAt: string
      readonly outcome: string
      readonly code: string | null
    }[]
    readonly timeline: readonly {
      readonly at: string | null
      readonly by: 'measured' | 'said'
      readonly what: string
      readonly result: 'worked' | 'failed' | 'unclear'
      readonly outcome: string
      readonly place: string
    }[]
    readonly between: {
      readonly conclusive: boolean
      readonly title: string
      readonly text: readonly string[]
    } | null
    readonly statements: readonly {
      readonly text: string
      readonly place: string
      readonly claim: string | null
      readonly judgement: Judgement
      readonly reason: string
      readonly looks: readonly string[]
    }[]
    readonly contradictions: readonly string[]
  }
}

export function caseDocument(given: SupportCase): CaseDocument {
  const { events, between, statements, contradictions } = weigh(given.runs, given.said)
  return {
    ...reportDocument(subjectOf(given)),
    report: {
      contact: given.contact,
      cluster: given.cluster,
      runs: given.runs.map(({ file, report: { evidence, verdict } }) => ({
        file,
        takenAt: evidence.takenAt,
        outcome: verdict.outcome,
        code: verdict.primary?.code ?? null,
      })),
      timeline: events.map(({ at, by, what, result, outcome, place }) => ({
        at,
        by,
        what,
        result,
        outcome,
        place,
      })),
      between:
        between === null
          ? null
          : {
              conclusive: between.conclusive,
              title: phraseText(between.title),
              text: between.text.map((each) => phraseText(each)),
            },
      statements: statements.map(({ statement, claim, judgement, reason, looks }) => ({
        ...statement,
        claim,
        judgement,
        reason: phraseText(reason),
        looks,
      })),
      contradictions: contradictions.map((each) => phraseText(each)),
    },
  }
}
