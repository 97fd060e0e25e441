import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-scheme',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoParseError: Invalid scheme, expected connection string to start with/,
      certainty: 'likely',
      sample: `MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"`,
    },
    {
      driver: 'pymongo',
      pattern: /InvalidURI: Invalid URI scheme: URI must begin with/,
      certainty: 'likely',
      sample: `pymongo.errors.InvalidURI: Invalid URI scheme: URI must begin with 'mongodb://' or 'mongodb+srv://'`,
    },
    {
      driver: 'go',
      pattern: /error parsing uri: scheme must be "mongodb" or "mongodb\+srv"/,
      certainty: 'likely',
      sample: `error parsing uri: scheme must be "mongodb" or "mongodb+srv"`,
    },
    {
      driver: 'java',
      pattern:
        /The connection string is invalid\. Connection strings must start with either 'mongodb:\/\/' or 'mongodb\+srv:\/\//,
      certainty: 'likely',
      sample: `java.lang.IllegalArgumentException: The connection string is invalid. Connection strings must start with either 'mongodb://' or 'mongodb+srv://'`,
    },
  ],
}
