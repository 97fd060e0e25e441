import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-retry-writes',
  symptoms: [
    {
      driver: 'any',
      pattern: /This MongoDB deployment does not support retryable writes/,
      certainty: 'certain',
      sample:
        'MongoServerError: This MongoDB deployment does not support retryable writes. Please add retryWrites=false to your connection string.',
    },
    {
      driver: 'any',
      pattern: /Transaction numbers are only allowed on a replica set member or mongos/,
      certainty: 'certain',
      sample: 'MongoServerError: Transaction numbers are only allowed on a replica set member or mongos',
    },
    {
      driver: 'any',
      pattern: /Retryable writes are not supported/,
      certainty: 'certain',
      sample:
        "pymongo.errors.OperationFailure: Retryable writes are not supported, full error: {'ok': 0.0, 'code': 301}",
    },
  ],
}
