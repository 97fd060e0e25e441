import type { Endpoint, TlsSighting, Variations } from '@mongowhy/core'

import type { EvidenceBuilder } from './evidence.ts'

/** Adds two rounds of an experiment with handshakes in which every arm stays with its result. */
export function tried(
  builder: EvidenceBuilder,
  experiment: string,
  endpoint: Endpoint,
  vary: Variations['tls.handshake'],
  control: TlsSighting,
  variations: Readonly<Record<string, TlsSighting>>,
): EvidenceBuilder {
  return [1, 2].reduce((built, round) => {
    const controlled = built.tried('tls.handshake', endpoint, vary, control, {
      experiment,
      arm: 'control',
      round,
    })
    return Object.entries(variations).reduce(
      (each, [variant, saw]) =>
        each.tried('tls.handshake', endpoint, vary, saw, { experiment, arm: 'variation', variant, round }),
      controlled,
    )
  }, builder)
}
