import type { Evidence } from '../evidence.ts'
import { rewrittenReport } from '../rewritten-report.ts'
import type { Report } from '../report.ts'
import { withoutKnown } from './known.ts'
import { freeKeys } from './open-texts.ts'
import type { Secret } from './secret.ts'
import { withoutKnownUsers } from './user-names.ts'

/**
 * The report without the secrets wherever the words are others': values inside phrases and the free texts of the
 * evidence. What is in `open` stays as it is, since a database that is called like the password is called so all the same,
 * and hiding its name would tell the password. Our own words are not touched.
 */
export function sealedReport(report: Report, secrets: readonly Secret[], open: readonly string[]): Report {
  return changedReport(report, open, (text) => withoutKnown(text, secrets))
}

/** The report with the names of these users hidden, wherever the words are others'; names of databases and hosts stay. */
export function withoutUsers(report: Report, names: readonly Secret[], open: readonly string[]): Report {
  return names.length === 0 ? report : changedReport(report, open, (text) => withoutKnownUsers(text, names))
}

function changedReport(report: Report, open: readonly string[], change: (text: string) => string): Report {
  const known = new Set(open)
  const hide = (text: string): string => (known.has(text) ? text : change(text))
  return rewrittenReport(report, {
    value: hide,
    text: hide,
    evidence: (evidence) => changedEvidence(evidence, change),
  })
}

/** The evidence without the secrets in the words of drivers, servers and programs; its names and kinds stay. */
export function sealedEvidence(evidence: Evidence, secrets: readonly Secret[]): Evidence {
  return changedEvidence(evidence, (text) => withoutKnown(text, secrets))
}

function changedEvidence(evidence: Evidence, change: (text: string) => string): Evidence {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return freeKeys.has(key) ? change(value) : value
    if (Array.isArray(value)) return value.map((each: unknown) => walk(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([own, each]) => [own, walk(each, own)]))
  }
  // Only texts change, and stay texts: the shape is what it was.
  const looks = evidence.looks.map((look) =>
    look.status === 'skipped' ? look : (walk(look, '') as typeof look),
  )
  return { ...evidence, looks }
}

/** Every text in a report that is not our own word: what others said, and what things are called. */
export function outsideTexts({ target, verdict, stages, evidence }: Report): readonly string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
    if (typeof value !== 'object' || value === null) return
    if ('words' in value && 'values' in value) walk(value.values)
    else Object.values(value).forEach(walk)
  }
  const { ruledOut, undecided, ...named } = verdict
  const because = ruledOut.map((each) => each.because)
  walk([target, named, because, undecided.map(({ missing }) => missing), stages, evidence.looks])
  return found
}
