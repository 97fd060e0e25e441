import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-no-route',
  confirm:
    '`ip route get ADDRESS` (or `route print`) and a ping to the gateway: no route, or the network card or VPN down, settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:no-route',
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: connect EHOSTUNREACH 10.0.0.9:27017',
    },
    {
      driver: 'any',
      pattern: 'errno:network-down',
      unless: [
        /ENETUNREACH (?:2[0-9a-f]{3}|fd[0-9a-f]{2}):/,
        // Robo 3T says so of every connection that ends early.
        /Network is unreachable\. Reason: network error while attempting/,
      ],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: connect ENETUNREACH 10.0.0.9:27017 - Local (0.0.0.0:0)',
    },
  ],
}
