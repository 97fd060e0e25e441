import { stageOf } from '@mongowhy/core'
import type { Evidence, Finding, Stage } from '@mongowhy/core'
import { bearingOfAll } from '@mongowhy/causes/kit'

// What ends the way to one member. Faults of the set and of the login are of no one member.
const ofOneMember: readonly Stage[] = ['dns', 'tcp', 'proxy', 'tls', 'wire']

/**
 * Weighs what the fault of some members comes to for the whole: where the driver can use another that takes writes, it is
 * worth knowing and keeps nobody out. Rules judge their own endpoint, and need not look at the others. Pure.
 */
export function withBearing(findings: readonly Finding[], evidence: Evidence): readonly Finding[] {
  return findings.map((finding) =>
    finding.is === 'present' &&
    finding.bearing === 'fault' &&
    finding.concerns.length > 0 &&
    ofOneMember.includes(stageOf(finding.code))
      ? { ...finding, bearing: bearingOfAll(evidence, finding.concerns) }
      : finding,
  )
}
