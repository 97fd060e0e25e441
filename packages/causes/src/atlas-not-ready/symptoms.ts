import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-not-ready',
  symptoms: [
    {
      driver: 'any',
      pattern: /CLUSTER_NOT_FOUND/,
      certainty: 'certain',
      sample: 'CLUSTER_NOT_FOUND: No cluster named Cluster0 exists in group 5f00.',
    },
    {
      driver: 'node',
      pattern: /querySrv ENOTFOUND _mongodb\._tcp\.\S{1,200}\.mongodb\.net/,
      certainty: 'possible',
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
  ],
}
