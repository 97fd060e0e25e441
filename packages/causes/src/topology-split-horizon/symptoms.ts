import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-split-horizon',
  confirm: 'db.hello().hosts differs between a connection by the public name and one by an alias or address.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'server:303',
      certainty: 'certain',
      sample: '"code" : 303, "codeName" : "SplitHorizonChange"',
    },
    {
      driver: 'any',
      pattern: /horizons?\b[^\n]{0,80}\b(?:SNI|split)|split[- ]horizon/i,
      certainty: 'possible',
      sample: 'SplitHorizonChange: The split horizon mapping changed from the initial SNI',
    },
  ],
}
