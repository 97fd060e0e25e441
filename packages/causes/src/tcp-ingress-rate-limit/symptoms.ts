import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-ingress-rate-limit',
  confirm: `Connect once, alone, then in a burst: one passes and the burst is cut, with the labels in the server's reply, settles it; in the server's log look for the limiter.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /ingressConnectionEstablishment\w{0,40}|connection establishment rate limit|ingress ?[Cc]onnection[^\n]{0,40}rate ?[Ll]imit/i,
      certainty: 'certain',
      weight: 2,
      sample: 'Connection rejected: ingressConnectionEstablishmentRateLimiter exceeded',
    },
  ],
}
