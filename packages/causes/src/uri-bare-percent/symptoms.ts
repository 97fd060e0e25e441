import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-bare-percent',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoParseError: URI malformed/,
      certainty: 'certain',
      sample: `MongoParseError: URI malformed`,
    },
    {
      driver: 'node',
      pattern: /URIError: URI malformed/,
      certainty: 'likely',
      sample: `URIError: URI malformed`,
    },
    {
      driver: 'pymongo',
      pattern: /Username and password must be escaped according to RFC 3986/,
      certainty: 'possible',
      sample: `pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus`,
    },
    {
      driver: 'go',
      pattern: /invalid (?:password|username).{0,20}invalid URL escape/,
      certainty: 'certain',
      sample: `error parsing uri: invalid password: invalid URL escape "%@"`,
    },
    {
      driver: 'java',
      pattern: /The connection string contains invalid user information/,
      certainty: 'possible',
      sample: `java.lang.IllegalArgumentException: The connection string contains invalid user information.`,
    },
  ],
}
