import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-hello-silent',
  symptoms: [
    {
      driver: 'node',
      pattern: /connection <monitor> to \S{1,300} timed out/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: connection <monitor> to 127.0.0.1:27017 timed out',
    },
    {
      driver: 'pymongo',
      pattern: /: timed out \(configured timeouts: [^)]{0,200}socketTimeoutMS/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.example.com:27017: timed out (configured timeouts: socketTimeoutMS: 20000.0ms, connectTimeoutMS: 20000.0ms)',
    },
    {
      driver: 'java',
      pattern: /MongoSocketReadTimeoutException: Timeout while receiving message/,
      certainty: 'likely',
      sample:
        'com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message; Caused by: java.net.SocketTimeoutException: Read timed out',
    },
    {
      driver: 'go',
      pattern: /connection\(\S{1,300}\) incomplete read of message header: [^\n]{0,200}i\/o timeout/,
      certainty: 'likely',
      sample:
        'connection(db.example.com:27017[-5]) incomplete read of message header: read tcp 10.0.0.5:50122->10.0.0.9:27017: i/o timeout',
    },
  ],
}
