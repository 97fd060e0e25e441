import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-unescaped-reserved',
  confirm:
    'Percent-encode every character of the password that is no letter or digit (encodeURIComponent, quote_plus) and try again; an `@` alone means uri-unescaped-at.',
  symptoms: [
    {
      driver: 'node',
      pattern: /(?:Password|Username) contains an illegal unescaped character/,
      certainty: 'likely',
      weight: 3,
      sample: 'Error: Password contains an illegal unescaped character',
    },
    {
      driver: 'node',
      pattern: /(?:Password|Username) contains unescaped characters/,
      certainty: 'certain',
      weight: 1,
      sample: 'MongoParseError: Password contains unescaped characters',
    },
    {
      driver: 'node',
      pattern:
        /Unescaped (?:slash|colon|delimiting slash|question mark) in (?:userinfo|authority|\w{1,20}) section|Unescaped (?:slash|colon)/,
      certainty: 'certain',
      sample: 'MongoParseError: Unescaped slash in userinfo section',
    },
    {
      driver: 'pymongo',
      pattern: /Port contains non-digit characters|Hint: username and password must be escaped/,
      certainty: 'likely',
      weight: 2,
      sample:
        'ValueError: Port contains non-digit characters. Hint: username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
    },
    {
      driver: 'pymongo',
      pattern: /Port must be an integer between 0 and 65535: '?(?=[^\s'\d])/,
      certainty: 'likely',
      sample: `ValueError: Port must be an integer between 0 and 65535: 'pass'`,
    },
    {
      driver: 'pymongo',
      pattern:
        /Username and password must be escaped according to|':' or '@' characters in a username or password/,
      certainty: 'possible',
      weight: 2,
      sample:
        'pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
    },
    {
      driver: 'go',
      pattern: /unescaped (?:slash|colon|question mark) in (?:password|username)/,
      certainty: 'certain',
      sample: 'error parsing uri: unescaped slash in password',
    },
    {
      driver: 'go',
      pattern:
        /error parsing uri: invalid host|must have a \/ before the query|error parsing uri: [^\n]{0,80}port must be an integer/,
      certainty: 'likely',
      sample: 'error parsing uri: must have a / before the query ?',
    },
    {
      driver: 'java',
      pattern: /Reserved characters such as ':' must be escaped according RFC 2396/,
      certainty: 'likely',
      weight: -1,
      sample: `java.lang.IllegalArgumentException: The connection string contains an invalid host 'ada:pa'. Reserved characters such as ':' must be escaped according RFC 2396.`,
    },
    {
      driver: 'java',
      pattern: /The connection string contains invalid user information/,
      certainty: 'possible',
      weight: 2,
      sample: 'java.lang.IllegalArgumentException: The connection string contains invalid user information.',
    },
    {
      driver: 'node',
      pattern: /MongoParseError: Invalid connection string(?! ")/,
      certainty: 'possible',
      weight: 3,
      sample: 'MongoParseError: Invalid connection string',
    },
    {
      driver: 'node',
      pattern: /URI (?:must|does not) (?:include|have) hostname, domain name,? and tld/,
      certainty: 'possible',
      weight: 1,
      sample: 'MongoAPIError: URI must include hostname, domain name, and tld',
    },
    {
      driver: 'rust',
      pattern: /(?:password|username) must be URL encoded|invalid (?:port|host) (?:number|specified)/,
      certainty: 'possible',
      weight: 3,
      sample: 'Error: Kind: An invalid argument was provided: password must be URL encoded, labels: {}',
    },
    {
      driver: 'c',
      pattern:
        /(?:Username|Password) must not have unescaped chars|Failed to parse MongoDB URI: [^\n]{0,300}(?:Invalid port|Incorrect (?:host|path))/,
      certainty: 'possible',
      weight: 3,
      sample:
        'Password must not have unescaped chars. Percent-encode username and password according to RFC 3986.',
    },
    {
      driver: 'csharp',
      pattern: /The connection string 'mongodb(?:\+srv)?:\/\/[^'\s]{0,300}' is not valid/,
      certainty: 'possible',
      weight: 2,
      sample: `MongoDB.Driver.MongoConfigurationException: The connection string 'mongodb://ada:pa/ss@db.test/app' is not valid.`,
    },
    {
      driver: 'mongo-shell',
      pattern: /(?:Password|Username|'?[:/]'?) must be URL Encoded for mongodb/,
      certainty: 'likely',
      sample: 'FailedToParse: Password must be URL Encoded for mongodb:// URL',
    },
    {
      driver: 'prisma',
      pattern:
        /invalid (?:port number|domain character) in database URL|The provided database string is invalid/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample:
        'error: Error parsing connection string: invalid port number in database URL. Please refer to the documentation',
    },
    {
      driver: 'c',
      pattern:
        /MongoDB URI: '[^'\n]{0,20}\/\/[^'\n@]{1,200}[/?#][^'\n]{0,100}@[^\n]{0,400}Invalid host string in URI/,
      certainty: 'likely',
      weight: 4,
      sample: `Failed to parse MongoDB URI: 'mongodb://ada:pw/2026@127.0.0.1:27017/app'. Invalid host string in URI.`,
    },
    {
      driver: 'c',
      pattern: /Invalid host string in URI/,
      certainty: 'possible',
      weight: 3,
      sample: 'Invalid host string in URI',
    },
    {
      driver: 'java',
      pattern: /The port contains non-digit characters[^\n]{0,80}Hint: username and password must be escaped/,
      certainty: 'likely',
      weight: 4,
      sample:
        'java.lang.IllegalArgumentException: The connection string contains an invalid host and port. The port contains non-digit characters, it must be an integer between 0 and 65535. Hint: username and password must be escaped according to RFC 3986.',
    },
    {
      driver: 'java',
      pattern: /The connection string contains an invalid host and port/,
      certainty: 'possible',
      weight: 4,
      sample:
        'The connection string contains an invalid host and port. The port must be an integer between 0 and 65535.',
    },
    {
      driver: 'perl',
      pattern: /could not be parsed \((?:username|password) must be URL encoded\)/,
      certainty: 'possible',
      weight: 4,
      sample: `MongoDB::Error: URI 'mongodb://[**REDACTED**]@127.0.0.1:27017/app' could not be parsed (password must be URL encoded)`,
    },
    {
      driver: 'any',
      pattern:
        /[Uu]nescaped (?:slash|colon|question mark|hash) in (?:the )?(?:user ?info|authority|credentials)/,
      certainty: 'likely',
      weight: 3,
      sample: 'unescaped slash in user info section',
    },
    {
      driver: 'any',
      pattern:
        /Reserved characters such as ':' must be escaped according|an IPv6 address literal must be enclosed in|unix domain sockets must be URL-encoded|Any '\/' in a unix domain socket must be percent-encoded/,
      with: [/mongo|\buri\b|Kind:|kind:/i],
      certainty: 'certain',
      weight: 1,
      sample:
        "pymongo.errors.InvalidURI: Reserved characters such as ':' must be escaped according RFC 2396.",
    },
    {
      driver: 'rust',
      pattern: /InvalidArgument \{ message: "illegal character in database name"/,
      certainty: 'possible',
      weight: 3,
      sample: 'Error { kind: InvalidArgument { message: "illegal character in database name" }, labels: {} }',
    },
    {
      driver: 'java',
      pattern: /IPv6 address literals must be enclosed in|an IPV6 address must be enclosed with/,
      unless: [/Reserved characters/],
      certainty: 'likely',
      weight: 6,
      sample:
        "java.lang.IllegalArgumentException: The connection string contains an invalid host 'fe80::1'. IPv6 address literals must be enclosed in '[' and ']' according to RFC 2732",
    },
    {
      driver: 'java',
      pattern: /The connection string contained unsupported characters in the password/,
      certainty: 'possible',
      weight: 1,
      sample:
        'java.lang.IllegalArgumentException: The connection string contained unsupported characters in the password.',
    },
    {
      driver: 'c',
      pattern:
        /Missing matching bracket "\["|If present, port should immediately follow the|Invalid UTF-8 in URI|Port could not be parsed|(?:Password|Username) "[^"\n]{1,200}" must not have unescaped chars/,
      certainty: 'likely',
      weight: 5,
      sample: 'Failed to parse MongoDB URI: Missing matching bracket "[" (mongoc)',
    },
  ],
}
