import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-server-too-new',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /reports minimum wire version \d{1,3}, but this version of the Node\.js Driver requires at most \d{1,3}/,
      certainty: 'certain',
      sample:
        'MongoCompatibilityError: Server at 127.0.0.1:27017 reports minimum wire version 40, but this version of the Node.js Driver requires at most 29 (MongoDB 9.0)',
    },
    {
      driver: 'pymongo',
      pattern: /requires wire version \d{1,3}, but this version of PyMongo only supports up to \d{1,3}/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ConfigurationError: Server at localhost:27017 requires wire version 40, but this version of PyMongo only supports up to 25.',
    },
    {
      driver: 'go',
      pattern: /requires wire version \d{1,3}, but this version of the Go driver only supports up to \d{1,3}/,
      certainty: 'certain',
      sample:
        'server selection error: server at localhost:27017 requires wire version 40, but this version of the Go driver only supports up to 25',
    },
    {
      driver: 'java',
      pattern: /requires wire version \d{1,3}, but this version of the driver only supports up to \d{1,3}/,
      certainty: 'certain',
      sample:
        'com.mongodb.MongoIncompatibleDriverException: This version of the driver is not compatible with one or more of the servers to which it is connected: Server at localhost:27017 requires wire version 40, but this version of the driver only supports up to 25.',
    },
    {
      driver: 'any',
      pattern: /Unsupported OP_QUERY command: \w{1,60}\. The client driver may require an upgrade/,
      certainty: 'certain',
      sample:
        'MongoServerError: Unsupported OP_QUERY command: find. The client driver may require an upgrade. For more details see https://dochub.mongodb.org/core/legacy-opcode-removal',
    },
    {
      driver: 'any',
      pattern: /UnsupportedOpQueryCommand\b/,
      certainty: 'certain',
      sample: '"codeName" : "UnsupportedOpQueryCommand", "code" : 352',
    },
  ],
}
