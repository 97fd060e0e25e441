import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-write-concern',
  symptoms: [
    {
      driver: 'any',
      pattern: /waiting for replication timed out/,
      certainty: 'certain',
      sample: 'MongoWriteConcernError: waiting for replication timed out',
    },
    {
      driver: 'any',
      pattern: /Not enough data-bearing nodes/,
      certainty: 'certain',
      sample: 'MongoWriteConcernError: Not enough data-bearing nodes',
    },
    {
      driver: 'any',
      pattern: /No write concern mode named '[^']{1,60}' found in replica set configuration/,
      certainty: 'certain',
      sample:
        "MongoWriteConcernError: No write concern mode named 'everywhere' found in replica set configuration",
    },
    {
      driver: 'any',
      pattern: /cannot use 'w' > 1 when a host is not replicated/,
      certainty: 'certain',
      sample: "MongoServerError: cannot use 'w' > 1 when a host is not replicated",
    },
    {
      driver: 'java',
      pattern: /MongoWriteConcernException: Write failed with error code (?:64|79|100)\b/,
      certainty: 'certain',
      sample:
        "com.mongodb.MongoWriteConcernException: Write failed with error code 64 and error message 'waiting for replication timed out'",
    },
  ],
}
