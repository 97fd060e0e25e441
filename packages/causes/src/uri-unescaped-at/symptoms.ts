import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-unescaped-at',
  confirm:
    'Count the `@` between `//` and the host: more than one, write all but the last as %40 and try again; with one only, look for the other reserved characters.',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /[Uu]sername and password must be escaped according to/,
      certainty: 'likely',
      sample:
        'pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
    },
    {
      driver: 'pymongo',
      pattern: /':' or '@' characters in a username or password must be escaped/,
      certainty: 'likely',
      sample: `InvalidURI: ':' or '@' characters in a username or password must be escaped according to RFC 2396.`,
    },
    {
      driver: 'go',
      pattern: /unescaped @ sign in user info/,
      certainty: 'certain',
      sample: 'error parsing uri: unescaped @ sign in user info',
    },
    {
      driver: 'node',
      pattern: /[Uu]nescaped at-sign in authority|(?:Username|Password) containing an unescaped at-sign/,
      certainty: 'certain',
      weight: 1,
      sample: 'MongoParseError: Unescaped at-sign in authority section',
    },
    {
      driver: 'node',
      pattern: /MongoParseError: Invalid connection string(?! ")/,
      certainty: 'likely',
      sample: 'MongoParseError: Invalid connection string',
    },
    {
      driver: 'java',
      pattern: /invalid user information\. If the username or password contains a colon \(:\) or an at-sign/,
      certainty: 'likely',
      sample:
        'java.lang.IllegalArgumentException: The connection string contains invalid user information. If the username or password contains a colon (:) or an at-sign (@) then it must be urlencoded',
    },
    {
      driver: 'any',
      pattern: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN) [^\s@]{0,80}@[\w.-]{3,200}/,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND ss@cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /(?:UnknownHostException:|no such host|lookup|Failed to resolve) [^\s@:]{0,80}@[\w.-]{3,200}/,
      certainty: 'likely',
      weight: 2,
      sample: 'java.net.UnknownHostException: word@db.example.net',
    },
    {
      driver: 'csharp',
      pattern:
        /The connection string 'mongodb(?:\+srv)?:\/\/[^'\s]{0,300}@[^'\s@]{0,300}@[^'\s]{0,300}' is not valid/,
      certainty: 'likely',
      sample: `MongoDB.Driver.MongoConfigurationException: The connection string 'mongodb://ada:pass@word@db.test/app' is not valid.`,
    },
    {
      driver: 'c',
      pattern:
        /(?:Username|Password) must not have unescaped chars|Percent-encode username and password according to RFC/,
      certainty: 'likely',
      sample: `Failed to parse MongoDB URI: 'mongodb://ada:p@ss@db.test/'. Password must not have unescaped chars. Percent-encode username and password according to RFC 3986.`,
    },
    {
      driver: 'rust',
      pattern: /(?:password|username) must be URL encoded/,
      certainty: 'likely',
      sample: 'Error: Kind: An invalid argument was provided: password must be URL encoded, labels: {}',
    },
    {
      driver: 'mongo-shell',
      pattern: /(?:'@'|Password|Username|'?[@:]'?) must be URL Encoded for mongodb/,
      certainty: 'likely',
      sample: `FailedToParse: '@' must be URL Encoded for mongodb:// URL`,
    },
    {
      driver: 'ruby',
      pattern:
        /must be (?:properly )?(?:URL |percent[- ])?(?:escaped|encoded)|UNESCAPED_USER_PWD|User name and password must be urlencoded/,
      certainty: 'likely',
      sample: 'Mongo::Error::InvalidURI: Bad URI: User name and password must be urlencoded.',
    },
    {
      driver: 'perl',
      pattern: /Could not connect to '[^'\n]{0,200}@[^'\n]{1,255}':/,
      certainty: 'likely',
      weight: 6,
      sample: `MongoDB::NetworkError: Could not connect to '2026@127.0.0.1:27017': Name or service not known`,
    },
    {
      driver: 'perl',
      pattern: /could not be parsed \((?:username|password) must be URL encoded\)/,
      certainty: 'likely',
      weight: 2,
      sample: `MongoDB::Error: URI 'mongodb://[**REDACTED**]@127.0.0.1:27017/app' could not be parsed (password must be URL encoded)`,
    },
  ],
}
