import { cite, defineExperiment, says, trialsAt } from '@mongowhy/core'
import type { Citation, Endpoint, Evidence, Experiment } from '@mongowhy/core'

import { wantsTls } from '../tls.ts'
import { labelOf, refusedHandshake } from './server-name.ts'

/**
 * Strict against relaxed clients at a server that refuses before it shows a certificate: one that verifies, one that takes
 * any name, one that takes anything. Handshakes alone, without a word of MongoDB or a credential over them. It is made
 * for the person who was told that relaxed settings help, and it is never the advice.
 */
export const relaxedExperiment: Experiment = defineExperiment({
  name: 'relaxed',
  probe: 'tls.handshake',
  plan(evidence, at) {
    const look = wantsTls(evidence) !== true ? undefined : refusedHandshake(evidence, at)
    if (look === undefined) return null
    const { address } = look.saw
    return {
      control: { address, verify: 'strict' },
      variations: [
        { variant: 'any name accepted', vary: { address, verify: 'any-name' } },
        { variant: 'any certificate accepted', vary: { address, verify: 'none' } },
      ],
    }
  },
  label: labelOf,
})

/** That a relaxed client fares no better, as a citation; none where it was not tried or is not so. */
export function citeRelaxed(evidence: Evidence, at: Endpoint | null): readonly Citation[] {
  const { control, variations } = trialsAt(evidence, relaxedExperiment, at)
  const [look] = control.looks
  const relaxed = variations.flatMap(({ results }) => results)
  const alike = variations.length > 0 && variations.every(({ steady }) => steady === control.steady)
  if (look === undefined || !alike || control.steady === null || control.steady === 'certificate') return []
  return [
    cite(
      look,
      says`clients that accept any name or any certificate were refused in the same way (${control.steady}), ${relaxed.length} of ${relaxed.length} times, alternating with strict ones`,
    ),
  ]
}
