import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-not-applied',
  symptoms: [
    {
      driver: 'spring',
      pattern: /Exception in monitor thread while connecting to server localhost:27017/,
      certainty: 'possible',
      sample: `INFO org.mongodb.driver.cluster : Exception in monitor thread while connecting to server localhost:27017`,
    },
    {
      driver: 'java',
      pattern: /Cluster created with settings \{hosts=\[localhost:27017\]/,
      certainty: 'possible',
      sample: `Cluster created with settings {hosts=[localhost:27017], mode=SINGLE, requiredClusterType=UNKNOWN, serverSelectionTimeout='30000 ms'}`,
    },
    {
      driver: 'node',
      pattern: /connect ECONNREFUSED (?:127\.0\.0\.1|::1):27017/,
      certainty: 'possible',
      sample: `MongooseServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017`,
    },
    {
      driver: 'pymongo',
      pattern: /ServerSelectionTimeoutError: localhost:27017: \[Errno \d{2,5}\]/,
      certainty: 'possible',
      sample: `pymongo.errors.ServerSelectionTimeoutError: localhost:27017: [Errno 111] Connection refused`,
    },
  ],
}
