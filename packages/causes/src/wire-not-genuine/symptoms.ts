import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-not-genuine',
  confirm: `Ask \`db.runCommand({ buildInfo: 1 })\` and look at the host's domain (docdb.amazonaws.com, cosmos.azure.com): another product settles it; follow its own list of options (retryWrites=false, its CA bundle).`,
  symptoms: [
    {
      driver: 'any',
      pattern: /You appear to be connected to a (?:DocumentDB|CosmosDB|Cosmos DB) cluster/,
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample:
        'You appear to be connected to a DocumentDB cluster. For more information regarding feature compatibility and support please visit https://www.mongodb.com/supportability/documentdb',
    },
    {
      driver: 'any',
      pattern: /Retryable writes are not supported\b/,
      certainty: 'likely',
      weight: 3,
      sample:
        'MongoServerError: Retryable writes are not supported. Please disable retryable writes by specifying "retryWrites=false" in the connection string or an equivalent driver specific config.',
    },
    {
      driver: 'any',
      pattern:
        /Aggregation stage not supported: '\$[A-Za-z]{1,40}'|Feature not supported: |Command \w{1,40} is not supported|is not (?:yet )?(?:supported|implemented)[^\n]{0,40}(?:DocumentDB|Cosmos|FerretDB)|Opcode not supported|\bFerretDB\b|Request rate is large|TooManyRequests|RequestRateTooLarge|Error=16500/,
      certainty: 'likely',
      weight: 4,
      sample: `MongoServerError: Aggregation stage not supported: '$lookup'`,
    },
    {
      driver: 'any',
      pattern: 'server:16500',
      certainty: 'likely',
      weight: 2,
      sample: 'MongoError: Message: {"Errors":["Request rate is large"]} code: 16500',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:unsupported|not supported|NotImplemented|not implemented|CommandNotFound|no such command|CommandNotSupported)\b/,
      with: ['host:documentdb'],
      certainty: 'likely',
      weight: 1,
      sample:
        'docdb.cluster-ab1cd.us-east-1.docdb.amazonaws.com:27017 MongoServerError: $lookup with pipeline is not supported',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:unsupported|not supported|not implemented|CommandNotFound|no such command|CommandNotSupported)\b/i,
      with: ['host:cosmos'],
      certainty: 'likely',
      weight: 1,
      sample: 'app.mongo.cosmos.azure.com:10255 MongoServerError: Command not supported',
    },
    {
      driver: 'any',
      pattern: /(?:timed? ?out|ECONN|refused|CERTIFICATE_VERIFY_FAILED|unable to get|Prematurely|closed)/,
      with: ['host:documentdb'],
      unless: [/ENOTFOUND|not known|timed? ?out|CERTIFICATE_VERIFY_FAILED|certificate|refused|reset/i],
      certainty: 'likely',
      weight: 2,
      sample: 'cluster.node.us-east-1.docdb.amazonaws.com:27017: connection closed',
    },
    {
      driver: 'any',
      pattern: /no such c(?:ommand|md):? .?(?:saslStart|saslContinue)/,
      certainty: 'possible',
      weight: 1,
      sample: "Command failed with error 59: 'no such cmd: saslStart' on server localhost:27017",
    },
  ],
}
