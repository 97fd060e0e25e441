import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-retry-writes',
  confirm:
    'Add retryWrites=false to the string: it works, then the deployment has none (a standalone, an old storage engine, another product).',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /This MongoDB deployment does not support retryable writes|Transaction numbers are only allowed on storage engines/,
      certainty: 'certain',
      weight: 4,
      sample: 'This MongoDB deployment does not support retryable writes. Please add retryWrites=false',
    },
    {
      driver: 'any',
      // A transaction upon a standalone ends in the same words, and there retryWrites=false helps nothing.
      pattern: /Transaction numbers are only allowed on a replica set member or mongos/,
      unless: [
        /Transactions are not supported by this deployment|P2031|(?:with|start|commit|abort|in|begin)_?transaction\b|Transaction(?:Manager|Interceptor|Template|Synchronization)/i,
      ],
      certainty: 'likely',
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
