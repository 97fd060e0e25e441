import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-empty',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoParseError: Invalid scheme, expected connection string to start with/,
      certainty: 'possible',
      sample: `MongoParseError: Invalid scheme, expected connection string to start with "mongodb://" or "mongodb+srv://"`,
    },
    {
      driver: 'mongoose',
      pattern: /The `uri` parameter to `openUri\(\)` must be a string, got "undefined"/,
      certainty: 'certain',
      sample: `MongooseError: The \`uri\` parameter to \`openUri()\` must be a string, got "undefined". Make sure the first parameter to \`mongoose.connect()\` or \`mongoose.createConnection()\` is a string.`,
    },
    {
      driver: 'node',
      pattern: /Cannot read properties of undefined \(reading 'startsWith'\)/,
      certainty: 'likely',
      sample: `TypeError: Cannot read properties of undefined (reading 'startsWith')`,
    },
    {
      driver: 'go',
      pattern: /error parsing uri: scheme must be "mongodb" or "mongodb\+srv"/,
      certainty: 'possible',
      sample: `error parsing uri: scheme must be "mongodb" or "mongodb+srv"`,
    },
    {
      driver: 'pymongo',
      pattern: /InvalidURI: Invalid URI scheme: URI must begin with/,
      certainty: 'possible',
      sample: `pymongo.errors.InvalidURI: Invalid URI scheme: URI must begin with 'mongodb://' or 'mongodb+srv://'`,
    },
  ],
}
