import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-connection-limit',
  confirm: 'db.serverStatus().connections on the server: available near 0.',
  symptoms: [
    {
      driver: 'mongod',
      pattern: /connection refused because (?:there are )?too many open connections/i,
      certainty: 'certain',
      sample: '[listener] connection refused because too many open connections: 819',
    },
    {
      driver: 'any',
      pattern:
        /% of configured limit has gone above|connections? (?:limit|quota)[^\n]{0,60}(?:reached|exceeded|above)/i,
      certainty: 'likely',
      sample: 'Connections % of configured limit has gone above 80',
    },
    {
      driver: 'node',
      pattern: /connection (?:<monitor>|\d{1,6}) to [\d.a-f:[\]\w-]{3,80}:\d{2,5} closed/,
      certainty: 'possible',
      weight: -3,
      sample: 'MongoNetworkError: connection <monitor> to 192.0.2.10:27017 closed',
    },
  ],
}
