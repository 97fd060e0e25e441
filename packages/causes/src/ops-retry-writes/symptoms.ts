import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-retry-writes',
  confirm:
    'Add retryWrites=false to the string: it works, then the deployment has none (a standalone, an old storage engine, another product).',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Transaction numbers are only allowed on a replica set member or mongos|This MongoDB deployment does not support retryable writes/,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: Transaction numbers are only allowed on a replica set member or mongos',
    },
    {
      driver: 'any',
      pattern:
        /[Rr]etryable writes are not supported|txnNumber may only be provided|does not support retryable writes|retryWrites/,
      with: [/not support|unsupported|only (?:allowed|be provided)|IllegalOperation/],
      certainty: 'likely',
      weight: 3,
      sample:
        'Retryable writes are not supported. Please disable retryable writes by specifying "retryWrites=false"',
    },
  ],
}
