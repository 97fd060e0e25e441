import { firstSeen, says } from '@mongowhy/core'
import type { Ask, Cause, CauseCode, Citation, Evidence, Finding, Phrase, Verdict } from '@mongowhy/core'
import { effective } from '@mongowhy/causes/kit'

import { byWeight } from './blocking.ts'
import { apart, grouped, named, withoutRefined } from './group.ts'
import { presentOf } from './infer.ts'
import { headline } from './headline.ts'
import { works } from './outcome.ts'

/** Weighs the findings of every rule into one verdict. Pure: the same evidence gives the same verdict again. */
export function judge(causes: readonly Cause[], findings: readonly Finding[], evidence: Evidence): Verdict {
  const byCode = new Map(causes.map((cause) => [cause.code, cause]))
  const present = withoutRefined(presentOf(findings), byCode)
  const { roots, consequences } = apart(present, byCode)
  const groups = [...grouped(roots)].sort(byWeight(evidence))
  const usable = works(evidence)
  const faults = usable === 'yes' ? [] : groups.filter(({ bearing }) => bearing === 'fault')
  const notices = groups.filter((group) => !faults.includes(group))
  const [first, ...others] = faults.map(named)
  const outcome =
    first !== undefined ? 'explained' : usable === 'no' || usable === 'unknown' ? 'unexplained' : 'healthy'
  const presentCodes = new Set(presentOf(findings).map(({ code }) => code))
  return {
    outcome,
    headline: headline(outcome, first ?? null, evidence),
    primary: first ?? null,
    others,
    advisories: notices.map(named),
    consequences: unique(
      consequences
        .filter(({ of }) => faults.some(({ code }) => code === of))
        .map(({ finding, of }) => ({ code: finding.code, of })),
    ),
    ruledOut: ruledOut(byCode, findings, presentCodes),
    undecided: outcome === 'healthy' ? [] : undecided(byCode, findings, presentCodes),
    disagreement: disagreement(outcome, presentCodes.size > 0, evidence),
  }
}

// A rule that speaks of a hundred members need not be shown with each of them.
const mostCitations = 32

/** A cause is ruled out when no rule run found it and at least one look speaks against it. */
function ruledOut(
  causes: ReadonlyMap<CauseCode, Cause>,
  findings: readonly Finding[],
  present: ReadonlySet<CauseCode>,
): Verdict['ruledOut'] {
  const because = new Map<CauseCode, Citation[]>()
  const open = new Set<CauseCode>()
  for (const finding of findings) {
    if (finding.is === 'unknown') open.add(finding.code)
    if (finding.is !== 'absent' || finding.because.length === 0) continue
    const cited = because.get(finding.code)
    if (cited === undefined) because.set(finding.code, [...finding.because])
    else if (cited.length < 2 * mostCitations) cited.push(...finding.because)
  }
  return [...because]
    .filter(([code]) => !present.has(code) && !open.has(code))
    .map(([code, cited]) => ({
      code,
      title: causes.get(code)?.title ?? code,
      because: distinct(cited).slice(0, mostCitations),
    }))
}

function distinct(citations: readonly Citation[]): readonly Citation[] {
  if (citations.length < 2) return citations
  return [...new Map(citations.map((each) => [JSON.stringify(each), each])).values()]
}

function undecided(
  causes: ReadonlyMap<CauseCode, Cause>,
  findings: readonly Finding[],
  present: ReadonlySet<CauseCode>,
): Verdict['undecided'] {
  const missing = new Map<CauseCode, Set<string>>()
  for (const finding of findings) {
    if (finding.is !== 'unknown' || finding.missing.length === 0 || present.has(finding.code)) continue
    const asks = missing.get(finding.code) ?? new Set<string>()
    for (const ask of finding.missing) asks.add(wordsOf(ask))
    missing.set(finding.code, asks)
  }
  return [...missing].map(([code, asks]) => ({
    code,
    title: causes.get(code)?.title ?? code,
    missing: [...asks],
  }))
}

function wordsOf(ask: Ask): string {
  const varied = Object.entries(ask.vary)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [ask.probe, ask.endpoint ?? '', varied.join(', ')].filter((part) => part !== '').join(' ')
}

/** The driver has the last word: where its result and ours differ, say so. */
function disagreement(outcome: Verdict['outcome'], named: boolean, evidence: Evidence): Phrase | null {
  const driver = firstSeen(evidence, 'driver.connect')?.saw.outcome
  if (driver === undefined || driver.is === 'cut-short') return null
  if (driver.is === 'failed' && !named && outcome !== 'healthy') {
    return says`None of our own looks tells why; the official driver failed: ${driver.error.name}: ${driver.error.message}`
  }
  const options = effective(evidence)
  if (driver.is === 'connected' && outcome === 'explained' && options?.loadBalanced !== true) {
    return says`The official driver did connect; what failed came after that.`
  }
  return null
}

function unique(
  pairs: readonly { readonly code: CauseCode; readonly of: CauseCode }[],
): Verdict['consequences'] {
  return [...new Map(pairs.map((pair) => [`${pair.code} ${pair.of}`, pair])).values()]
}
