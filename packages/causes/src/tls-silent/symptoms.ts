import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-silent',
  symptoms: [
    {
      driver: 'node',
      pattern: /Socket 'secureConnect' timed out after/,
      certainty: 'certain',
      sample:
        "MongoServerSelectionError: Socket 'secureConnect' timed out after 30000ms (connectTimeoutMS: 30000)",
    },
    {
      driver: 'pymongo',
      pattern: /The handshake operation timed out/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: _ssl.c:989: The handshake operation timed out',
    },
    {
      driver: 'go',
      pattern: /tls: handshake timeout|context deadline exceeded/,
      certainty: 'possible',
      sample: 'connection() error occurred during connection handshake: context deadline exceeded',
    },
    {
      driver: 'java',
      pattern: /SocketTimeoutException: (?:Read timed out|timeout)/,
      certainty: 'possible',
      sample:
        'com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message caused by {java.net.SocketTimeoutException: Read timed out}',
    },
  ],
}
