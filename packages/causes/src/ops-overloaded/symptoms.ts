import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-overloaded',
  confirm: `Look for SystemOverloadedError inside the server's own reply (not added by the client), and back off.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Rate limiter '?\w{3,60}'? rate exceeded|ingressRequestRateLimit\w{0,10}|IngressRequestRateLimitExceeded|admission[^\n]{0,40}(?:queue|rejected)|\boverload(?:ed|s|ing)?\b[^\n]{0,40}(?:server|request)|server (?:is )?overloaded|RateLimitExceeded/i,
      certainty: 'likely',
      weight: 3,
      sample: `MongoServerError: Rate limiter 'ingressRequestRateLimiter' rate exceeded`,
    },
    {
      driver: 'any',
      pattern: 'server:462',
      certainty: 'certain',
      weight: 2,
      sample: 'code: 462',
    },
    {
      driver: 'any',
      pattern: 'server:433',
      certainty: 'likely',
      weight: 2,
      sample: 'code: 433',
    },
    {
      driver: 'any',
      pattern: 'server:449',
      certainty: 'likely',
      weight: 2,
      sample: 'code: 449',
    },
    {
      driver: 'any',
      pattern: 'server:450',
      certainty: 'likely',
      weight: 2,
      sample: 'code: 450',
    },
    {
      driver: 'any',
      pattern: /errorLabels: \[[^\]\n]{0,80}'?SystemOverloadedError/,
      certainty: 'possible',
      weight: 1,
      sample: `errorLabels: ['SystemOverloadedError', 'RetryableError']`,
    },
  ],
}
