import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-overloaded',
  symptoms: [
    {
      driver: 'any',
      pattern: /Rate limiter '\w{1,60}' rate exceeded/,
      certainty: 'certain',
      sample: "MongoServerError: Rate limiter 'ingressRequestRateLimiter' rate exceeded",
    },
    {
      driver: 'any',
      pattern: /IngressRequestRateLimitExceeded|AdmissionQueueOverflow|PooledConnectionAcquisitionRejected/,
      certainty: 'certain',
      sample: "(IngressRequestRateLimitExceeded) Rate limiter 'ingressRequestRateLimiter' rate exceeded",
    },
    {
      driver: 'any',
      pattern: /SystemOverloadedError/,
      certainty: 'possible',
      sample: "errorLabels: ['SystemOverloadedError', 'RetryableError']",
    },
  ],
}
