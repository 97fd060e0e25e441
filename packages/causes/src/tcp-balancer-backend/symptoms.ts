import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-balancer-backend',
  confirm: 'mongowhy --repeat 20: a steady share of failures, with healthy answers between.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\bevery (?:second|third|other|n-?th|2nd|3rd|4th) (?:connection|request|attempt|time)\b[^\n]{0,160}(?:refused|reset|closed|timed? ?out|fail)/i,
      certainty: 'possible',
      sample: 'every third connection fails: MongoNetworkError: connect ECONNREFUSED 192.0.2.2:27017',
    },
  ],
}
