import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-temporary',
  symptoms: [
    {
      driver: 'node',
      pattern: /getaddrinfo EAI_AGAIN (?=[\w-]{1,63}\.)/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: getaddrinfo EAI_AGAIN cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'node',
      pattern: /getaddrinfo EAI_AGAIN [\w-]{1,63}(?![\w.-])/,
      certainty: 'possible',
      sample: 'MongooseServerSelectionError: getaddrinfo EAI_AGAIN mongo',
    },
    {
      driver: 'any',
      pattern: /Temporary failure in name resolution/i,
      certainty: 'likely',
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno -3] Temporary failure in name resolution',
    },
    {
      driver: 'go',
      pattern: /lookup [\w.-]{1,200}[^\n]{0,80}: (?:Try again|Temporary failure in name resolution)/,
      certainty: 'likely',
      sample: 'lookup cluster0-shard-00-00.ab1cd.mongodb.net: Try again',
    },
  ],
}
