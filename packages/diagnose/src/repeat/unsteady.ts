import { cite, compareCertainty, says, stageOf } from '@mongowhy/core'
import type { Citation, Endpoint, Evidence, Finding, LookId, Stage } from '@mongowhy/core'
import { unsteadyAt } from '@mongowhy/causes/kit'
import type { Rounds } from '@mongowhy/causes/kit'

import type { PresentFinding } from '../infer.ts'

// Where connections are made and the first message is answered; what a walk of the repetition goes through.
const walked: readonly Stage[] = ['tcp', 'proxy', 'tls', 'wire']

/**
 * Weighs what a repetition showed: a fault that one look met, and that the very same look did not meet at other times, is
 * not what a steady cause would do. It stays, as possible; a rule that reads the rounds itself knows better. Pure.
 */
export function withRounds(findings: readonly Finding[], evidence: Evidence): readonly Finding[] {
  const walks = new Set<LookId>(
    evidence.looks.flatMap(({ id, ask }) => (ask.probe === 'path.walk' ? [id] : [])),
  )
  if (walks.size === 0) return findings
  const unsteady = new Map<Endpoint, Rounds | undefined>()
  return findings.map((finding) => {
    if (finding.is !== 'present' || !weighable(finding, walks)) return finding
    const [place] = finding.concerns
    if (place === undefined) return finding
    if (!unsteady.has(place)) unsteady.set(place, unsteadyAt(evidence, place).find(contradicts))
    const rounds = unsteady.get(place)
    const citation = rounds === undefined ? null : citeSuccess(rounds)
    return citation === null
      ? finding
      : { ...finding, certainty: 'possible', because: [...finding.because, citation] }
  })
}

function weighable(finding: PresentFinding, walks: ReadonlySet<LookId>): boolean {
  return (
    finding.bearing === 'fault' &&
    finding.concerns.length === 1 &&
    walked.includes(stageOf(finding.code)) &&
    compareCertainty(finding.certainty, 'possible') > 0 &&
    !finding.because.some(({ look }) => walks.has(look))
  )
}

/** A certificate that was shown once has its defect, however many others are shown at other times. */
function contradicts({ failed }: Rounds): boolean {
  return !failed.some(({ saw }) => saw.failed?.how === 'certificate')
}

function citeSuccess({ endpoint, walks, passed }: Rounds): Citation | null {
  const [look] = passed
  return look === undefined
    ? null
    : cite(look, says`yet ${passed.length} of ${walks.length} connections to ${endpoint} went the whole way`)
}
