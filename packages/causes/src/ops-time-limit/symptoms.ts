import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-time-limit',
  confirm:
    'Run the operation with explain(): a scan of the whole collection there, then the index is missing; else raise maxTimeMS or socketTimeoutMS.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /operation exceeded time limit|MaxTimeMSExpired|ExceededTimeLimit|ExecutionTimeout|MongoExecutionTimeoutException|MongoOperationTimeoutError/i,
      unless: [/server selection|selecting a server|within the time limit|NetworkInterfaceExceededTimeLimit/],
      certainty: 'certain',
      weight: 3,
      sample: 'MongoServerError: operation exceeded time limit, code: 50',
    },
    {
      driver: 'any',
      pattern: 'server:50',
      certainty: 'certain',
      weight: 2,
      sample: 'code: 50',
    },
    {
      driver: 'any',
      pattern: 'server:262',
      certainty: 'certain',
      weight: 2,
      sample: 'code: 262',
    },
    {
      driver: 'pymongo',
      pattern: /NetworkTimeout: [^\n]{0,200}(?:timed out|read operation timed out)/,
      certainty: 'likely',
      weight: 1,
      sample:
        'pymongo.errors.NetworkTimeout: db.example.com:27017: The read operation timed out (configured timeouts: socketTimeoutMS: 5000.0ms)',
    },
    {
      driver: 'java',
      pattern: /MongoSocketReadTimeoutException: Timeout while receiving message/,
      certainty: 'likely',
      sample: 'com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message',
    },
    {
      driver: 'go',
      pattern: /(?:find|aggregate|insert|update|command)[^\n]{0,120}context deadline exceeded/,
      unless: [/server selection|dial tcp/],
      certainty: 'likely',
      weight: 1,
      sample: '(aggregate) context deadline exceeded',
    },
    {
      driver: 'java',
      pattern: /MongoOperationTimeoutException|Operation exceeded the timeout limit/,
      certainty: 'certain',
      weight: 2,
      sample: 'com.mongodb.MongoOperationTimeoutException: Operation exceeded the timeout limit.',
    },
  ],
}
