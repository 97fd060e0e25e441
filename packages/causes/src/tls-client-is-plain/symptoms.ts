import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-is-plain',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection (?:<monitor>|\d{1,9}) to [^\s]{1,300} closed/,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: connection <monitor> to 127.0.0.1:27017 closed',
    },
    {
      driver: 'pymongo',
      pattern: /: connection closed\b/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: connection closed (configured timeouts: connectTimeoutMS: 20000.0ms)',
    },
    {
      driver: 'java',
      pattern: /Prematurely reached end of stream/,
      certainty: 'possible',
      sample: 'com.mongodb.MongoSocketReadException: Prematurely reached end of stream',
    },
    {
      driver: 'go',
      pattern: /socket was unexpectedly closed: EOF/,
      certainty: 'possible',
      sample: 'connection() error occurred during connection handshake: socket was unexpectedly closed: EOF',
    },
    {
      driver: 'any',
      pattern: /The server is configured to only allow SSL connections/,
      certainty: 'certain',
      sample: 'SSLHandshakeFailed: The server is configured to only allow SSL connections',
    },
  ],
}
