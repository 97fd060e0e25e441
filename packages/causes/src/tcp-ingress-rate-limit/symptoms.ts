import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-ingress-rate-limit',
  symptoms: [
    {
      driver: 'mongod',
      pattern: /ingressConnectionEstablishment\w{0,40}|ingressSessionEstablishment\w{0,40}/i,
      certainty: 'likely',
      sample: 'Connection establishment rejected by ingressConnectionEstablishmentRateLimiter',
    },
    {
      driver: 'any',
      pattern: /SystemOverloadedError[^\n]{0,200}(?:connection|handshake|establish)/,
      certainty: 'possible',
      sample:
        'PoolClearedError: connection establishment failed, labels: [SystemOverloadedError, RetryableError] during the connection handshake',
    },
  ],
}
