import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-secret-corrupted',
  symptoms: [
    {
      driver: 'node',
      pattern: /Prohibited character, see https:\/\/tools\.ietf\.org\/html\/rfc4013/,
      certainty: 'possible',
      sample: 'Error: Prohibited character, see https://tools.ietf.org/html/rfc4013#section-2.3',
    },
  ],
}
