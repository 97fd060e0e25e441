import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-port-invalid',
  confirm:
    'Look at what follows the colon after the host: nothing but a number from 1 to 65535 may stand there; letters there are often the tail of an unescaped password.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Unable to parse \S{1,200} with URL/,
      certainty: 'likely',
      sample: 'MongoRuntimeError: Unable to parse h:99999 with URL',
    },
    {
      driver: 'node',
      pattern: /Invalid port \((?:zero|larger than 65535|negative number)\)/,
      certainty: 'certain',
      sample: 'MongoParseError: Invalid port (zero) with hostname',
    },
    {
      driver: 'node',
      pattern: /RangeError[^\n]{0,60}Port should be (?:>=? ?0 and <|between)|ERR_SOCKET_BAD_PORT/,
      with: [/mongo|:2701/i],
      certainty: 'likely',
      weight: 1,
      sample: `RangeError [ERR_SOCKET_BAD_PORT]: Port should be >= 0 and < 65536. Received type number (270170).
    at makeSocket (/home/ada/app/node_modules/mongodb/lib/cmap/connect.js:301:31)`,
    },
    {
      driver: 'pymongo',
      pattern: /Port must be an integer between 0 and 65535(?!: '?[^\s'\d])/,
      certainty: 'certain',
      sample: 'ValueError: Port must be an integer between 0 and 65535',
    },
    {
      driver: 'pymongo',
      pattern: /Port contains non-digit characters|Port must be an integer between 0 and 65535: '/,
      certainty: 'possible',
      weight: 3,
      sample:
        'ValueError: Port contains non-digit characters. Hint: username and password must be escaped according to RFC 3986, use urllib.parse.quote_plus',
    },
    {
      driver: 'go',
      pattern: /port must be in the range \[1, 65535\]/,
      certainty: 'certain',
      sample: 'error parsing uri: invalid host "h:99999": port must be in the range [1, 65535]',
    },
    {
      driver: 'go',
      pattern: /port must be an integer/,
      certainty: 'likely',
      sample: 'error parsing uri: port must be an integer: strconv.Atoi: parsing "abc": invalid syntax',
    },
    {
      driver: 'java',
      pattern: /The port '\d{0,10}' is not a valid/,
      certainty: 'certain',
      sample: `java.lang.IllegalArgumentException: The connection string contains an invalid host 'db.test:99999'. The port '99999' is not a valid, it must be an integer between 0 and 65535`,
    },
    {
      driver: 'rust',
      pattern: /invalid port (?:number|specified)\b/i,
      unless: [/container|docker|compose/i],
      certainty: 'certain',
      sample: 'Error: Kind: An invalid argument was provided: invalid port specified in hosts: h:99999',
    },
    {
      driver: 'csharp',
      pattern:
        /Specified argument was out of the range of valid values\. \(Parameter 'port'\)|port number[^\n]{0,20}(?:invalid|between)/i,
      certainty: 'likely',
      sample: `System.ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'port')`,
    },
    {
      driver: 'c',
      pattern: /Invalid port|port (?:number )?out of range/i,
      with: [/mongo/i],
      unless: [/container|docker|compose|[Ii]nvalid port specification/i],
      certainty: 'certain',
      sample: `Failed to parse MongoDB URI: 'mongodb://h:99999'. Invalid port.`,
    },
    {
      driver: 'ruby',
      pattern: /Invalid port|INVALID_PORT/,
      with: [/mongo/i],
      unless: [/container|docker|compose|[Ii]nvalid port specification/i],
      certainty: 'certain',
      sample:
        'Mongo::Error::InvalidURI: Invalid port. Port must be an integer greater than 0 and less than 65536',
    },
    {
      driver: 'prisma',
      pattern: /invalid port number in database URL/,
      unless: [/mongo/i],
      certainty: 'likely',
      sample: 'error: Error parsing connection string: invalid port number in database URL.',
    },
    {
      driver: 'c',
      pattern: /MongoDB URI: '[^'\n]{0,300}[\w\]]:\d{1,9}(?:\/|\?|,|')[^\n]{0,400}Invalid host string in URI/,
      unless: [/MongoDB URI: '[^'\n]{0,20}\/\/[^'\n]{0,100}[/?#[\]][^'\n]{0,100}@/],
      certainty: 'likely',
      weight: 3,
      sample: `Failed to parse MongoDB URI: 'mongodb://ada:pw@127.0.0.1:99999/app'. Invalid host string in URI.`,
    },
    {
      driver: 'c',
      pattern: /Invalid host string in URI/,
      certainty: 'possible',
      weight: 2,
      sample: 'Invalid host string in URI',
    },
    {
      driver: 'java',
      pattern: /The connection string contains an invalid host and port|The port must be an integer between/,
      certainty: 'likely',
      weight: 3,
      sample:
        'The connection string contains an invalid host and port. The port must be an integer between 0 and 65535.',
    },
    {
      driver: 'rust',
      pattern: /the port must be an integer between 1 and 65535, got/,
      certainty: 'certain',
      sample:
        'InvalidArgument { message: "invalid server address 127.0.0.1:99999: the port must be an integer between 1 and 65535, got 99999" }',
    },
    {
      driver: 'any',
      pattern: /Port contains whitespace character/,
      certainty: 'certain',
      weight: 1,
      sample: 'pymongo.errors.InvalidURI: Port contains whitespace character',
    },
    {
      driver: 'rust',
      pattern: /port must be valid 16-bit unsigned integer/,
      certainty: 'certain',
      weight: 1,
      sample:
        'Error { kind: InvalidArgument { message: "port must be valid 16-bit unsigned integer, instead got: 99999" }, labels: {} }',
    },
    {
      driver: 'java',
      pattern:
        /host and port should be specified in host:port format|can't specify port in construct and via host/,
      certainty: 'likely',
      weight: 1,
      sample: 'com.mongodb.MongoException: host and port should be specified in host:port format',
    },
    {
      driver: 'c',
      pattern:
        /If present, port should immediately follow the|Port could not be parsed|Bad address, ":" should not be first character/,
      certainty: 'likely',
      weight: 2,
      sample: 'Failed to parse MongoDB URI: Port could not be parsed (mongoc)',
    },
  ],
}
