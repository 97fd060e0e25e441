import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-unescaped-at',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /Username and password must be escaped according to RFC 3986/,
      certainty: 'likely',
      sample: `pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus`,
    },
    {
      driver: 'go',
      pattern: /unescaped @ sign in user info/,
      certainty: 'certain',
      sample: `error parsing uri: unescaped @ sign in user info`,
    },
    {
      driver: 'node',
      pattern: /MongoParseError: Invalid connection string$/m,
      certainty: 'likely',
      sample: `MongoParseError: Invalid connection string`,
    },
    {
      driver: 'java',
      pattern:
        /The connection string contains invalid user information\. If the username or password contains a colon \(:\) or an at-sign/,
      certainty: 'likely',
      sample: `java.lang.IllegalArgumentException: The connection string contains invalid user information. If the username or password contains a colon (:) or an at-sign (@) then it must be urlencoded`,
    },
    {
      driver: 'node',
      pattern: /getaddrinfo ENOTFOUND [^\s@]{1,80}@/,
      certainty: 'likely',
      sample: `MongoServerSelectionError: getaddrinfo ENOTFOUND ss@cluster0.ab1cd.mongodb.net`,
    },
  ],
}
