import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-storm',
  confirm: `Count the log-ins a second in the server's log; one shared client (one pool) instead of many brings it down.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:too many|many|excessive|repeated|storm of|concurrent|rate.?limit\w{0,3})[^\n]{0,60}(?:auth\w{0,12}|log-?ins?|SCRAM|sasl)[^\n]{0,40}(?:attempts?|requests?|failures?|handshakes?|per second)?|auth(?:entication)? storm|SCRAM[^\n]{0,60}(?:CPU|slow|seconds?)/i,
      with: [/mongo|auth/i],
      certainty: 'possible',
      weight: 9,
      sample: 'too many concurrent authentication attempts, SCRAM handshakes take seconds',
    },
    {
      driver: 'any',
      pattern:
        /(?:auth error|unable to authenticate|saslStart|saslContinue|[Aa]uthenticat\w{2,5})[^\n]{0,120}(?:IngressRequestRateLimitExceeded|rate exceeded|too many|rate limit)/,
      certainty: 'likely',
      weight: 4,
      sample: `auth error: unable to authenticate using mechanism "SCRAM-SHA-256": (IngressRequestRateLimitExceeded) Rate limiter 'ingressRequestRateLimiter' rate exceeded`,
    },
  ],
}
