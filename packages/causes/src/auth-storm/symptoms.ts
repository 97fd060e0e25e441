import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-storm',
  symptoms: [
    {
      driver: 'go',
      pattern:
        /unable to authenticate using mechanism "[A-Z0-9-]{1,40}": \((?:IngressRequestRateLimitExceeded|RateLimitExceeded|AdmissionQueueOverflow)\)/,
      certainty: 'certain',
      sample:
        'auth error: unable to authenticate using mechanism "SCRAM-SHA-256": (IngressRequestRateLimitExceeded) Rate limiter \'ingressRequestRateLimiter\' rate exceeded',
    },
  ],
}
