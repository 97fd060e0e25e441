import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-not-genuine',
  symptoms: [
    {
      driver: 'any',
      pattern: /Retryable writes are not supported\b/,
      certainty: 'likely',
      sample:
        'MongoServerError: Retryable writes are not supported. Please disable retryable writes by specifying "retryWrites=false" in the connection string or an equivalent driver specific config.',
    },
    {
      driver: 'any',
      pattern: /You appear to be connected to a (?:DocumentDB|CosmosDB) cluster/,
      certainty: 'certain',
      sample:
        'You appear to be connected to a DocumentDB cluster. For more information regarding feature compatibility and support please visit https://www.mongodb.com/supportability/documentdb',
    },
    {
      driver: 'any',
      pattern: /Aggregation stage not supported: '\$[A-Za-z]{1,40}'/,
      certainty: 'likely',
      sample: "MongoServerError: Aggregation stage not supported: '$lookup'",
    },
  ],
}
