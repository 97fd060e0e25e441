import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-scheme',
  confirm:
    'Look at the first characters of the value that the program received: a quote, a space, `MONGODB_URI=` or another scheme there settles it; an empty value means uri-empty.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Invalid scheme, expected connection string to start with/,
      unless: [/got "?undefined"?|injecting env \(0\)/],
      certainty: 'likely',
      sample:
        'MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"',
    },
    {
      driver: 'node',
      pattern: /Invalid schema, expected `?mongodb`? or `?mongodb\+srv`?/,
      certainty: 'likely',
      weight: 1,
      sample: 'Error: Invalid schema, expected `mongodb` or `mongodb+srv`',
    },
    {
      driver: 'node',
      pattern: /Invalid connection string "(?!undefined)[^"]{1,200}"/,
      certainty: 'likely',
      weight: 1,
      sample: 'MongoParseError: Invalid connection string "localhost:27017/app"',
    },
    {
      driver: 'pymongo',
      pattern: /Invalid URI scheme: URI must begin with/,
      certainty: 'likely',
      sample: `pymongo.errors.InvalidURI: Invalid URI scheme: URI must begin with 'mongodb://' or 'mongodb+srv://'`,
    },
    {
      driver: 'go',
      pattern: /scheme must be "mongodb" or "mongodb\+srv"/,
      certainty: 'likely',
      sample: 'error parsing uri: scheme must be "mongodb" or "mongodb+srv"',
    },
    {
      driver: 'java',
      pattern: /Connection strings must start with either 'mongodb:\/\/'/,
      certainty: 'likely',
      sample: `java.lang.IllegalArgumentException: The connection string is invalid. Connection strings must start with either 'mongodb://' or 'mongodb+srv://`,
    },
    {
      driver: 'php',
      pattern: /Invalid URI [Ss]chema, expecting/,
      unless: [/parse MongoDB URI: ''/],
      certainty: 'likely',
      sample: `Failed to parse MongoDB URI: 'localhost:27017'. Invalid URI Schema, expecting 'mongodb://' or 'mongodb+srv://'.`,
    },
    {
      driver: 'rust',
      pattern: /connection string contains no scheme|(?:invalid|unsupported) connection string scheme/,
      certainty: 'likely',
      sample:
        'Error: Kind: An invalid argument was provided: connection string contains no scheme, labels: {}',
    },
    {
      driver: 'prisma',
      pattern: /the URL must start with the protocol `mongo`/,
      certainty: 'certain',
      weight: 1,
      sample: 'Error validating datasource `db`: the URL must start with the protocol `mongo`.',
    },
    {
      driver: 'csharp',
      pattern: /The connection string '(?!mongodb(?:\+srv)?:\/\/)[^']{1,300}' is not valid/,
      certainty: 'likely',
      weight: 1,
      sample: `MongoDB.Driver.MongoConfigurationException: The connection string 'localhost:27017' is not valid.`,
    },
    {
      driver: 'ruby',
      pattern: /Invalid scheme(?: '[^'\n]{0,60}')?\. Scheme must be|MONGODB_URI_SCHEME/,
      certainty: 'likely',
      sample: `Mongo::Error::InvalidURI: Bad URI: 'http://db.test'. Invalid scheme 'http'. Scheme must be 'mongodb' or 'mongodb+srv'`,
    },
    {
      driver: 'mongosh',
      pattern: /COMMON-10001\] Invalid URI: [^\n]{0,60}|unsupported scheme for a mongodb/,
      certainty: 'certain',
      weight: 1,
      sample: 'MongoshInvalidInputError: [COMMON-10001] Invalid URI: "mongo://localhost"',
    },
    {
      driver: 'any',
      pattern: /Invalid (?:mongodb )?uri\b[^\n]{0,120}[Mm]ust begin with '?"?mongodb:\/\/(?!.{0,4} or )/i,
      unless: ['uri:srv', /mongodb\+srv/],
      certainty: 'likely',
      weight: 1,
      sample: `MongoError: Invalid mongodb uri "localhost:27017/app". Must begin with "mongodb://"`,
    },
    {
      driver: 'node',
      pattern: /Protocol ['"]?\w{1,20}:?['"]? (?:is )?not supported|unknown protocol/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoError: unknown protocol http',
    },
    {
      driver: 'mongo-shell',
      pattern: /FailedToParse: [^\n]{0,80}must (?:begin|start) with/i,
      certainty: 'likely',
      sample: 'FailedToParse: URI must begin with mongodb:// or mongodb+srv://: http://db.test',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|EAI_AGAIN|\blookup|UnknownHostException:|[Ff]ailed to resolve|Addr:|no such host:?) ["']?mongodb(?:\+srv| srv|:\/\/|:,)/,
      certainty: 'likely',
      weight: 6,
      sample: 'Last error: dial tcp: lookup mongodb srv: no such host',
    },
    {
      driver: 'any',
      pattern: /host must not contain multiple MongoDB URIs/,
      certainty: 'certain',
      weight: 1,
      sample: 'pymongo.errors.ConfigurationError: host must not contain multiple MongoDB URIs',
    },
  ],
}
