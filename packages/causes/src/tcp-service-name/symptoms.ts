import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-service-name',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|EAI_AGAIN|no such host|Name or service not known|nodename nor servname|UnknownHostException)[^\n]{0,100}\.svc(?:\.cluster\.local)?\b/,
      certainty: 'likely',
      sample: 'getaddrinfo ENOTFOUND mongo-0.mongo.prod.svc.cluster.local',
    },
    {
      driver: 'any',
      pattern:
        /\.svc\.cluster\.local(?::\d{2,5})?: (?:\[Errno -?\d{1,5}\] )?(?:Name or service not known|nodename nor servname|no such host|Temporary failure)/,
      certainty: 'likely',
      sample: 'mongo-0.mongo.prod.svc.cluster.local:27017: [Errno -2] Name or service not known',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|EAI_AGAIN|no such host|Name or service not known)[^\n]{0,60}(?:host\.docker\.internal|host\.containers\.internal)/,
      certainty: 'certain',
      sample: 'getaddrinfo ENOTFOUND host.docker.internal',
    },
    {
      driver: 'any',
      pattern: /(?:ENOTFOUND|EAI_AGAIN) (?:mongo|mongodb|db|database|mongo-?\d|mongodb-?\d)(?![\w.-])/,
      certainty: 'likely',
      sample: 'MongooseServerSelectionError: getaddrinfo ENOTFOUND mongo',
    },
  ],
}
