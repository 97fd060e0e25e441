import type { Certainty, Evidence, Finding } from '@mongowhy/core'

import type { PresentFinding } from '../infer.ts'
import { proofOf } from './proof.ts'

/** Weighs what the trying of remedies showed: it proves a finding, lowers it, or withdraws it. Pure. */
export function withProofs(findings: readonly Finding[], evidence: Evidence): readonly Finding[] {
  return findings.map((finding) => (finding.is === 'present' ? weighed(finding, evidence) : finding))
}

function weighed(finding: PresentFinding, evidence: Evidence): Finding {
  const proof = proofOf(finding, evidence)
  if (proof === null) return finding
  const { confirm: _, ...advice } = finding.advice
  if (proof.is === 'works') {
    return { ...finding, certainty: 'proven', advice, because: [...finding.because, proof.says] }
  }
  const lower = lowered(finding.certainty)
  if (lower === null) return { is: 'absent', code: finding.code, at: finding.at, because: [proof.says] }
  return { ...finding, certainty: lower, because: [...finding.because, proof.says] }
}

/**
 * A change that should have helped and did not speaks against a cause that was only likely. What the looks show for certain
 * stays, though less than certain: there must be something else beside it.
 */
function lowered(certainty: Certainty): Certainty | null {
  return certainty === 'certain' || certainty === 'proven' ? 'likely' : null
}
