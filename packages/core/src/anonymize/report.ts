import { rewrittenReport } from '../rewritten-report.ts'
import type { Report } from '../report.ts'
import type { Anonymizer } from './anonymizer.ts'

/** The report with every host name and address replaced; what the words say stays, since words hold no values. */
export function anonymizedReport(report: Report, anonymizer: Anonymizer): Report {
  anonymizer.learn(report.evidence)
  const made = rewrittenReport(report, {
    value: (value) => anonymizer.name(value),
    text: (text) => anonymizer.text(text),
    evidence: (evidence) => anonymizer.data(evidence),
  })
  return { ...made, anonymized: true }
}
