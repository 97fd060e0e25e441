import type { Citation } from '../cause.ts'
import type { Phrase } from '../phrase.ts'
import type { NamedCause, Report } from '../report.ts'
import type { Anonymizer } from './anonymizer.ts'

/** The report with every host name and address replaced; what the words say stays, since words hold no values. */
export function anonymizedReport(report: Report, anonymizer: Anonymizer): Report {
  anonymizer.learn(report.evidence)
  const phrase = ({ words, values }: Phrase): Phrase => ({
    words,
    values: values.map((value) => (typeof value === 'string' ? anonymizer.name(value) : value)),
  })
  const citation = ({ look, endpoint, says }: Citation): Citation => ({
    look,
    endpoint: endpoint === null ? null : anonymizer.name(endpoint),
    says: phrase(says),
  })
  const cause = (named: NamedCause): NamedCause => ({
    ...named,
    endpoints: named.endpoints.map((each) => anonymizer.name(each)),
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
    target: { uri: anonymizer.text(report.target.uri), source: report.target.source },
    verdict: {
      ...verdict,
      headline: phrase(verdict.headline),
      primary: verdict.primary === null ? null : cause(verdict.primary),
      others: verdict.others.map(cause),
      advisories: verdict.advisories.map(cause),
      ruledOut: verdict.ruledOut.map((each) => ({ ...each, because: each.because.map(citation) })),
      undecided: verdict.undecided.map((each) => ({
        ...each,
        missing: each.missing.map((ask) => anonymizer.text(ask)),
      })),
      disagreement: verdict.disagreement === null ? null : phrase(verdict.disagreement),
    },
    stages: report.stages.map((line) => ({
      ...line,
      endpoint: line.endpoint === null ? null : anonymizer.name(line.endpoint),
      summary: phrase(line.summary),
    })),
    evidence: anonymizer.data(report.evidence),
    anonymized: true,
  }
}
