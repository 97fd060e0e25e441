import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-split-horizon',
  confirm:
    'Compare `db.hello().hosts` when asked by each name: horizons that differ, and one of them unreachable from here, settle it.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'server:303',
      certainty: 'certain',
      weight: 2,
      sample: 'SplitHorizonChange code: 303',
    },
    {
      driver: 'any',
      pattern: /[Ss]plit ?[Hh]orizon\w{0,6}|\bhorizons?\b/,
      with: [/mongo|replica|member|rs\./i],
      certainty: 'possible',
      weight: 9,
      sample:
        'horizons: { external: "db.example.com:27017" } MongoServerSelectionError: getaddrinfo ENOTFOUND mongo-0',
    },
  ],
}
