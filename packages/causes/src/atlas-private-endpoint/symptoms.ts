import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-private-endpoint',
  confirm: `See the private endpoint's state in Atlas and in the cloud's console: both AVAILABLE, in the client's region, and its names resolve inside the VPC.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /private ?(?:link|endpoint)[^\n]{0,160}(?:PENDING|INITIATING|WAITING_FOR_USER|FAILED|REJECTED|not available|unavailable|rejected|deleted)|(?:PENDING_ACCEPTANCE|WAITING_FOR_USER|vpce-[0-9a-f]{6,20})/i,
      certainty: 'likely',
      weight: 4,
      sample:
        'The private endpoint vpce-0a1b2c3d4e is PENDING_ACCEPTANCE: getaddrinfo ENOTFOUND pl-0-us-east-1.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|not known|does not exist|\[Errno (?:-2|8|11001)\])[^\n]{0,80}(?:pl-\d-|-pl-\d|-pe\.|-lb\.)[\w.-]{0,80}mongodb\.net|(?:pl-\d-|-pl-\d|-pe\.|-lb\.)[\w.-]{0,80}mongodb\.net(?::\d{2,5})?[^\n]{0,80}(?:ENOTFOUND|no such host|not known|does not exist|\[Errno (?:-2|8|11001)\])/,
      certainty: 'likely',
      weight: 2,
      sample: 'getaddrinfo ENOTFOUND pl-0-us-east-1.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'host:atlas-private',
      certainty: 'possible',
      weight: 3,
      sample: 'cluster0-pl-0.ab1cd.mongodb.net:1024: timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|not known|does not exist|\[Errno (?:-2|8|11001)\])[^\n]{0,80}(?:pl-\d-[\w-]{2,30}-pl-\d|-pl-\d)\.[\w.-]{2,40}mongodb\.net/,
      certainty: 'likely',
      weight: 4,
      sample: 'getaddrinfo ENOTFOUND pl-0-us-east-1-pl-0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /\bPRIVATE_ENDPOINT_\w{3,60}\b/,
      certainty: 'certain',
      weight: 2,
      sample: 'PRIVATE_ENDPOINT_SERVICE_NOT_AVAILABLE',
    },
  ],
}
