import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-api-access-list',
  symptoms: [
    {
      driver: 'any',
      pattern: /IP_ADDRESS_NOT_ON_ACCESS_LIST|IP_NOT_ON_WHITELIST/,
      certainty: 'certain',
      sample:
        'HTTP 403 Forbidden (Error code: "IP_ADDRESS_NOT_ON_ACCESS_LIST") Detail: IP address 203.0.113.7 is not allowed to access this resource.',
    },
    {
      driver: 'any',
      pattern: /IP address \S{3,45} is not allowed to access this resource/,
      certainty: 'certain',
      sample: 'IP address 203.0.113.7 is not allowed to access this resource.',
    },
    {
      driver: 'any',
      pattern: /ORG_REQUIRES_(?:ACCESS_LIST|WHITELIST)/,
      certainty: 'certain',
      sample:
        'ORG_REQUIRES_ACCESS_LIST: This organization requires access through an access list of ip ranges.',
    },
  ],
}
