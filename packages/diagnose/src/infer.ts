import { endpointsOf } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Finding, Look } from '@mongowhy/core'
import { advertised, seedList } from '@mongowhy/causes/kit'

import { withBearing } from './bearing.ts'
import { withProofs } from './prove/apply.ts'
import { withRounds } from './repeat/unsteady.ts'

interface Inferred {
  readonly causes: readonly Cause[]
  readonly options: string
  readonly findings: readonly Finding[]
}

// What was inferred of a list of looks stands as long as the list does, and the loop asks several times.
const inferred = new WeakMap<readonly Look[], Inferred>()

/** Runs every rule over the evidence, once for the target or once for each endpoint, and weighs what they come to for the whole, the rounds of a repetition and the proofs. Pure. */
export function infer(causes: readonly Cause[], evidence: Evidence): readonly Finding[] {
  const before = inferred.get(evidence.looks)
  const options = JSON.stringify(evidence.options)
  if (before?.causes === causes && before.options === options) return before.findings
  const findings = inferAnew(causes, evidence)
  inferred.set(evidence.looks, { causes, options, findings })
  return findings
}

function inferAnew(causes: readonly Cause[], evidence: Evidence): readonly Finding[] {
  // A member whose name does not resolve was never addressed, and still has its faults.
  const endpoints = [
    ...new Set([
      ...endpointsOf(evidence),
      ...seedList(evidence),
      ...advertised(evidence).map(({ endpoint }) => endpoint),
    ]),
  ]
  const findings = causes.flatMap((cause) => {
    const places: readonly (Endpoint | null)[] = cause.scope === 'target' ? [null] : endpoints
    return places.map((at) => cause.find(evidence, at))
  })
  return withProofs(withRounds(withBearing(findings, evidence), evidence), evidence)
}

export type PresentFinding = Extract<Finding, { readonly is: 'present' }>

/** The findings that name a cause. */
export function presentOf(findings: readonly Finding[]): readonly PresentFinding[] {
  return findings.filter((finding) => finding.is === 'present')
}
