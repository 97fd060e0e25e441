import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-unescaped-reserved',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoParseError: (?:Password|Username) contains unescaped characters/,
      certainty: 'certain',
      sample: `MongoParseError: Password contains unescaped characters`,
    },
    {
      driver: 'pymongo',
      pattern: /Port contains non-digit characters\. Hint: username and password must be escaped/,
      certainty: 'likely',
      sample: `ValueError: Port contains non-digit characters. Hint: username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus`,
    },
    {
      driver: 'pymongo',
      pattern: /Username and password must be escaped according to RFC 3986/,
      certainty: 'likely',
      sample: `pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus`,
    },
    {
      driver: 'go',
      pattern: /unescaped (?:slash|colon) in (?:password|username)/,
      certainty: 'certain',
      sample: `error parsing uri: unescaped slash in password`,
    },
    {
      driver: 'java',
      pattern: /The connection string contains invalid user information/,
      certainty: 'possible',
      sample: `java.lang.IllegalArgumentException: The connection string contains invalid user information.`,
    },
  ],
}
