import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-server-too-old',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /reports maximum wire version \d{1,3}, but this version of the Node\.js Driver requires at least \d{1,3}/,
      certainty: 'certain',
      sample:
        'MongoCompatibilityError: Server at 127.0.0.1:27017 reports maximum wire version 6, but this version of the Node.js Driver requires at least 9 (MongoDB 4.4)',
    },
    {
      driver: 'pymongo',
      pattern: /reports wire version \d{1,3}, but this version of PyMongo requires at least \d{1,3}/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ConfigurationError: Server at localhost:27017 reports wire version 6, but this version of PyMongo requires at least 8 (MongoDB 4.2).',
    },
    {
      driver: 'go',
      pattern: /reports wire version \d{1,3}, but this version of the Go driver requires at least \d{1,3}/,
      certainty: 'certain',
      sample:
        'server selection error: server at localhost:27017 reports wire version 5, but this version of the Go driver requires at least 6 to run MongoDB',
    },
    {
      driver: 'java',
      pattern: /reports wire version \d{1,3}, but this version of the driver requires at least \d{1,3}/,
      certainty: 'certain',
      sample:
        'com.mongodb.MongoIncompatibleDriverException: This version of the driver is not compatible with one or more of the servers to which it is connected: Server at localhost:27017 reports wire version 6, but this version of the driver requires at least 8 (MongoDB 4.2).',
    },
  ],
}
