import { compareCertainty, stageOf } from '@mongowhy/core'
import type { Cause, CauseCode, Citation, NamedCause } from '@mongowhy/core'

import type { PresentFinding } from './infer.ts'

/** One cause with every place where it was found. */
export interface Group {
  readonly code: CauseCode
  readonly bearing: 'fault' | 'advisory'
  readonly findings: readonly [PresentFinding, ...PresentFinding[]]
}

/** Whether two findings concern the same place: the target as a whole touches every endpoint. */
function meet(a: PresentFinding, b: PresentFinding): boolean {
  return a.at === null || b.at === null || a.at === b.at
}

/** Drops the general finding where a more specific one stands at the same place. */
export function withoutRefined(
  present: readonly PresentFinding[],
  causes: ReadonlyMap<CauseCode, Cause>,
): readonly PresentFinding[] {
  return present.filter(
    (general) =>
      !present.some(
        (specific) =>
          specific.code !== general.code &&
          bears(specific, general) &&
          (causes.get(specific.code)?.refines.includes(general.code) ?? false) &&
          meet(specific, general),
      ),
  )
}

/** An advisory does not take the place of a fault, nor explain one away. */
function bears(on: PresentFinding, other: PresentFinding): boolean {
  return on.bearing === 'fault' || other.bearing === 'advisory'
}

/** Splits root causes from what they explain. A circle of explanations explains nothing. */
export function apart(
  present: readonly PresentFinding[],
  causes: ReadonlyMap<CauseCode, Cause>,
): {
  readonly roots: readonly PresentFinding[]
  readonly consequences: readonly { readonly finding: PresentFinding; readonly of: CauseCode }[]
} {
  const explainer = (finding: PresentFinding, by: readonly PresentFinding[]): PresentFinding | undefined =>
    by.find(
      (other) =>
        other.code !== finding.code &&
        bears(other, finding) &&
        meet(other, finding) &&
        (causes.get(other.code)?.explains.includes(finding.code) ?? false),
    )
  const roots: PresentFinding[] = present.filter((finding) => explainer(finding, present) === undefined)
  const consequences: { finding: PresentFinding; of: CauseCode }[] = []
  for (const finding of present) {
    if (roots.includes(finding)) continue
    const by = explainer(finding, roots) ?? explainer(finding, present)
    if (by === undefined || (roots.length === 0 && consequences.length === 0)) roots.push(finding)
    else consequences.push({ finding, of: by.code })
  }
  return { roots, consequences }
}

/** Gathers findings of the same code and bearing, in the order of first mention. */
export function grouped(findings: readonly PresentFinding[]): readonly Group[] {
  const groups = new Map<string, [PresentFinding, ...PresentFinding[]]>()
  for (const finding of findings) {
    const key = `${finding.code} ${finding.bearing}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups.values()].map((found) => ({
    code: found[0].code,
    bearing: found[0].bearing,
    findings: found,
  }))
}

/** The group in the words of the report; the surest of its findings lends the advice. */
export function named(group: Group): NamedCause {
  const surest = group.findings.reduce((best, next) =>
    compareCertainty(next.certainty, best.certainty) > 0 ? next : best,
  )
  const because = new Map<string, Citation>()
  for (const finding of group.findings) {
    for (const citation of finding.because) because.set(JSON.stringify(citation), citation)
  }
  return {
    code: group.code,
    certainty: surest.certainty,
    stage: stageOf(group.code),
    endpoints: [...new Set(group.findings.flatMap(({ concerns }) => concerns))],
    title: surest.advice.title,
    explanation: surest.advice.explanation,
    because: [...because.values()],
    steps: surest.advice.steps,
    // What is certain already is not made surer by one more check.
    confirm: compareCertainty(surest.certainty, 'certain') < 0 ? (surest.advice.confirm ?? null) : null,
    operator: surest.advice.operator ?? [],
  }
}
