import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-overridden',
  symptoms: [
    {
      driver: 'any',
      pattern: /\b0\.0\.0\.0:27017\b[^\n]{0,80}(?:refused|ECONNREFUSED)|ECONNREFUSED 0\.0\.0\.0:\d{2,5}/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: connect ECONNREFUSED 0.0.0.0:27017',
    },
    {
      driver: 'any',
      pattern: /\.mongodb\.net[^\n]{0,120}(?:127\.0\.0\.1|\[?::1\]?):27\d{3}/,
      certainty: 'possible',
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net:27017: connect ECONNREFUSED 127.0.0.1:27017',
    },
  ],
}
