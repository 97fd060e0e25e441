import type { Citation } from './cause.ts'
import type { Evidence } from './evidence.ts'
import type { Phrase } from './phrase.ts'
import type { NamedCause, Report } from './report.ts'

/** How each kind of text in a report that is not our own is changed. */
export interface Rewriting {
  /** A value inside a phrase, an endpoint: one thing. */
  readonly value: (value: string) => string
  /** A text in which things stand among words. */
  readonly text: (text: string) => string
  readonly evidence: (evidence: Evidence) => Evidence
}

/** The report with everything changed that came from outside; our own words stay. */
export function rewrittenReport(report: Report, change: Rewriting): Report {
  const phrase = ({ words, values }: Phrase): Phrase => ({
    words,
    values: values.map((value) => (typeof value === 'string' ? change.value(value) : value)),
  })
  const citation = ({ look, endpoint, says }: Citation): Citation => ({
    look,
    endpoint: endpoint === null ? null : change.value(endpoint),
    says: phrase(says),
  })
  const cause = (named: NamedCause): NamedCause => ({
    ...named,
    endpoints: named.endpoints.map(change.value),
    title: phrase(named.title),
    explanation: phrase(named.explanation),
    because: named.because.map(citation),
    steps: named.steps.map(phrase),
    confirm: named.confirm === null ? null : phrase(named.confirm),
    operator: named.operator.map(phrase),
  })
  const { verdict } = report
  return {
    ...report,
    target: { uri: change.text(report.target.uri), source: report.target.source },
    verdict: {
      ...verdict,
      headline: phrase(verdict.headline),
      primary: verdict.primary === null ? null : cause(verdict.primary),
      others: verdict.others.map(cause),
      advisories: verdict.advisories.map(cause),
      ruledOut: verdict.ruledOut.map((each) => ({ ...each, because: each.because.map(citation) })),
      undecided: verdict.undecided.map((each) => ({ ...each, missing: each.missing.map(change.text) })),
      disagreement: verdict.disagreement === null ? null : phrase(verdict.disagreement),
    },
    stages: report.stages.map((line) => ({
      ...line,
      endpoint: line.endpoint === null ? null : change.value(line.endpoint),
      summary: phrase(line.summary),
    })),
    evidence: change.evidence(report.evidence),
  }
}
