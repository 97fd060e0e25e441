import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-bare-percent',
  confirm:
    'Look for a `%` in the user name or password that is not followed by two hex digits and write it as %25; none there, another character is unescaped.',
  symptoms: [
    {
      driver: 'node',
      pattern: /URI malformed/,
      with: [/mongo/i],
      certainty: 'certain',
      sample:
        'URIError: URI malformed at decodeURIComponent at parseConnectionString (/srv/node_modules/mongodb/lib/core/uri_parser.js:531:12)',
    },
    {
      driver: 'node',
      pattern: /URI malformed/,
      unless: [/routes?\.js|express[/\\]lib|decode_param/],
      certainty: 'likely',
      sample: 'MongoParseError: URI malformed',
    },
    {
      driver: 'go',
      pattern: /invalid URL escape "%/,
      certainty: 'certain',
      sample: 'error parsing uri: invalid URL escape "%s@"',
    },
    {
      driver: 'pymongo',
      pattern: /Username and password must be escaped according to/,
      certainty: 'possible',
      weight: 3,
      sample:
        'pymongo.errors.InvalidURI: Username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
    },
    {
      driver: 'java',
      pattern: /Illegal hex characters in escape \(%\) pattern|Incomplete trailing escape \(%\) pattern/,
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: URLDecoder: Illegal hex characters in escape (%) pattern - For input string: "zz"',
    },
    {
      driver: 'java',
      pattern: /The connection string contains invalid user information/,
      certainty: 'possible',
      weight: 1,
      sample: 'java.lang.IllegalArgumentException: The connection string contains invalid user information.',
    },
    {
      driver: 'csharp',
      pattern: /Invalid URI: The (?:hostname|URI) could not be parsed/,
      certainty: 'possible',
      weight: 1,
      sample: 'System.UriFormatException: Invalid URI: The hostname could not be parsed.',
    },
    {
      driver: 'rust',
      pattern: /must be URL encoded|cannot contain unescaped %/,
      certainty: 'possible',
      weight: 2,
      sample: 'Error: Kind: An invalid argument was provided: password must be URL encoded, labels: {}',
    },
    {
      driver: 'c',
      pattern:
        /Invalid (?:%-encoding|percent[- ]encoding|% escape)|unescape[^\n]{0,40}%|must contain only valid percent/i,
      certainty: 'likely',
      weight: 1,
      sample: 'Invalid %-encoding in password',
    },
    {
      driver: 'ruby',
      pattern: /malformed format string|invalid %-encoding/,
      with: [/mongo/i],
      certainty: 'certain',
      sample: 'ArgumentError: invalid %-encoding (pa%ss)',
    },
    {
      driver: 'node',
      pattern: /UR[IL] malformed, cannot be parsed/,
      certainty: 'likely',
      weight: 1,
      sample: 'Error: URL malformed, cannot be parsed',
    },
    {
      driver: 'c',
      pattern: /Incorrect URI escapes in (?:password|username|user)/,
      certainty: 'certain',
      weight: 2,
      sample: `Failed to parse MongoDB URI: 'mongodb://ada:100%x@127.0.0.1:27017/app'. Incorrect URI escapes in password.`,
    },
    {
      driver: 'ruby',
      pattern: /parse_(?:password|user)!?': invalid byte sequence in UTF-8/,
      certainty: 'likely',
      weight: 2,
      sample: "mongo/uri.rb:358:in `parse_password!': invalid byte sequence in UTF-8 (ArgumentError)",
    },
    {
      driver: 'perl',
      pattern: /could not be parsed \((?:username|password) must be URL encoded\)/,
      certainty: 'possible',
      weight: 3,
      sample: `MongoDB::Error: URI 'mongodb://[**REDACTED**]@127.0.0.1:27017/app' could not be parsed (password must be URL encoded)`,
    },
    {
      driver: 'java',
      pattern: /The connection string contained unsupported characters in the password/,
      certainty: 'likely',
      weight: 2,
      sample:
        'java.lang.IllegalArgumentException: The connection string contained unsupported characters in the password.',
    },
  ],
}
