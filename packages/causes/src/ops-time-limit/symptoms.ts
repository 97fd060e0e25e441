import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-time-limit',
  symptoms: [
    {
      driver: 'any',
      pattern: /operation exceeded time limit/,
      certainty: 'certain',
      sample: 'MongoServerError: operation exceeded time limit',
    },
    {
      driver: 'any',
      pattern: /\((?:MaxTimeMSExpired|ExceededTimeLimit)\)|ExecutionTimeout: |MongoExecutionTimeoutException/,
      certainty: 'certain',
      sample: "pymongo.errors.ExecutionTimeout: operation exceeded time limit, full error: {'code': 50}",
    },
    {
      driver: 'node',
      pattern: /MongoOperationTimeoutError: /,
      certainty: 'certain',
      sample: 'MongoOperationTimeoutError: Timed out during socket read (250ms)',
    },
    {
      driver: 'java',
      pattern: /MongoOperationTimeoutException/,
      certainty: 'certain',
      sample: 'com.mongodb.MongoOperationTimeoutException: Operation exceeded the timeout limit.',
    },
  ],
}
