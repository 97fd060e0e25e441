import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-api-access-list',
  confirm:
    'See which host refused: cloud.mongodb.com is the Admin API, whose keys have an access list of their own; add the address to the API key.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /IP_ADDRESS_NOT_ON_ACCESS_LIST|IP_NOT_ON_ACCESS_LIST|RESOURCE_REQUIRES_ACCESS_LIST|ORG_REQUIRES_ACCESS_LIST/i,
      certainty: 'certain',
      weight: 4,
      sample:
        'https://cloud.mongodb.com/api/atlas/v2/groups: HTTP 403 Forbidden (Error code: "IP_ADDRESS_NOT_ON_ACCESS_LIST") Detail: IP address 203.0.113.9 is not allowed to access this resource.',
    },
    {
      driver: 'any',
      pattern:
        /is not allowed to access this resource|cloud\.mongodb\.com\/api[^\n]{0,300}(?:403|Forbidden)|(?:403|Forbidden)[^\n]{0,300}cloud\.mongodb\.com\/api/i,
      with: [/mongodb\.com|atlas/i],
      certainty: 'likely',
      weight: 2,
      sample: 'https://cloud.mongodb.com/api/atlas/v2/groups: HTTP 403 (Forbidden)',
    },
  ],
}
