import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-private-endpoint',
  symptoms: [
    {
      driver: 'any',
      pattern: /PRIVATE_ENDPOINT_\w{1,60}/,
      certainty: 'certain',
      sample: 'PRIVATE_ENDPOINT_SERVICE_NOT_AVAILABLE',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|Name or service not known|timed out)[^\n]{0,80}-pl-\d{1,3}\S{0,120}\.mongodb\.net/,
      certainty: 'possible',
      sample:
        'getaddrinfo ENOTFOUND pl-0-us-east-1.ab1cd.mongodb.net: timed out cluster0-pl-0.ab1cd.mongodb.net',
    },
  ],
}
