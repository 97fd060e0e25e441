import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-balancer-backend',
  confirm:
    'Connect to the very same name and port twenty times in a row: failures at a steady rate (every second, every third) settle it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:every (?:second|third|other|n-?th|\d(?:nd|rd|th)?)|intermittent\w{0,2}|randomly|\d{1,2} out of \d{1,3}|half of)[^\n]{0,200}(?:load ?balancer|\bELB\b|\bNLB\b|HAProxy|nginx|backend|round.?robin)|(?:load ?balancer|\bNLB\b|HAProxy|backend)[^\n]{0,200}(?:every (?:second|third|other)|intermittent\w{0,2}|randomly)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'Every third connection through the load balancer fails: MongoNetworkError: connect ECONNREFUSED 10.0.0.9:27017',
    },
  ],
}
