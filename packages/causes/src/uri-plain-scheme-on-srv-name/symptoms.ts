import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-plain-scheme-on-srv-name',
  symptoms: [
    {
      driver: 'node',
      pattern: /getaddrinfo ENOTFOUND cluster\w{0,20}\.\w{4,10}\.mongodb\.net\b/,
      certainty: 'likely',
      sample: `MongoServerSelectionError: getaddrinfo ENOTFOUND cluster0.ab1cd.mongodb.net`,
    },
    {
      driver: 'pymongo',
      pattern: /cluster\w{0,20}\.\w{4,10}\.mongodb\.net:27017: \[Errno -?\d+\]/,
      certainty: 'likely',
      sample: `cluster0.ab1cd.mongodb.net:27017: [Errno -2] Name or service not known`,
    },
    {
      driver: 'go',
      pattern: /dial tcp: lookup cluster\w{0,20}\.\w{4,10}\.mongodb\.net\b.{0,80}no such host/,
      certainty: 'likely',
      sample: `dial tcp: lookup cluster0.ab1cd.mongodb.net on 10.0.0.2:53: no such host`,
    },
  ],
}
