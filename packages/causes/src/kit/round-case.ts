import { repetition } from '@mongowhy/core'
import type { Endpoint, PathStep, WalkSighting } from '@mongowhy/core'

import type { EvidenceBuilder } from './evidence.ts'

/** How one walk of a repetition ended: `ok`, `ok A` by the server A, or `tls alert 80`, `tcp refused`. */
export type WalkEnd = 'ok' | `ok ${string}` | `${PathStep} ${string}`

/** Adds a repetition, or another experiment of walks: one walk to one address in each round. The certificate is that of `certificates` where it has one. */
export function walked(
  builder: EvidenceBuilder,
  endpoint: Endpoint,
  address: string,
  ends: readonly WalkEnd[],
  certificates: readonly (string | null)[] = [],
  experiment: string = repetition,
): EvidenceBuilder {
  return ends.reduce((built, end, index) => {
    const saw = { ...walkSaw(address, end), certificate: certificates[index] ?? null }
    const trial = { experiment, arm: 'variation', round: index + 1 } as const
    return built.tried('path.walk', endpoint, { address }, saw, trial)
  }, builder)
}

function walkSaw(address: string, end: WalkEnd): WalkSighting {
  const [step = '', ...rest] = end.split(' ')
  const what = rest.join(' ')
  const base = { address, tookMs: {}, certificate: null }
  if (step === 'ok') return { ...base, failed: null, server: what === '' ? null : what }
  return { ...base, failed: { step: step as PathStep, how: what }, server: null }
}
