import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-host-changed',
  symptoms: [
    {
      driver: 'node',
      pattern: /querySrv ENOTFOUND _mongodb\._tcp\.\S{1,200}\.mongodb\.net/,
      certainty: 'possible',
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN) \S{1,100}-shard-\d{2}-\d{2}\.\w{1,20}\.mongodb\.net/,
      certainty: 'possible',
      sample: 'Error: getaddrinfo ENOTFOUND cluster0-shard-00-00.ab1cd.mongodb.net',
    },
  ],
}
