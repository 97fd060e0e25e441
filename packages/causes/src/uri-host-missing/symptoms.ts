import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-host-missing',
  confirm:
    'Print the connection string with the password hidden: nothing between `//` (or the last `@`) and the next `/` settles it.',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /Protocol and host list are required in|No hostname or hostnames provided in connection string|Invalid connection string: [^\n]{0,40}host(?! list and)/,
      certainty: 'certain',
      sample: 'MongoParseError: Protocol and host list are required in "mongodb:///app"',
    },
    {
      driver: 'pymongo',
      pattern: /Must provide at least one hostname or IP|need to specify at least one host/,
      certainty: 'certain',
      sample: 'pymongo.errors.InvalidURI: Invalid URI: Must provide at least one hostname or IP',
    },
    {
      driver: 'pymongo',
      pattern: /Empty host \(or extra comma in host list\)/,
      certainty: 'likely',
      weight: 2,
      sample: 'pymongo.errors.ConfigurationError: Empty host (or extra comma in host list)',
    },
    {
      driver: 'go',
      pattern: /must have at least 1 host|empty host|invalid host ""/,
      with: [/mongo|\buri\b/i],
      certainty: 'certain',
      sample: 'error parsing uri: must have at least 1 host',
    },
    {
      driver: 'java',
      pattern: /At least one host must be specified|must contain at least one host/,
      unless: [/Reserved characters|port '/],
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: The connection string is invalid. At least one host must be specified',
    },
    {
      driver: 'rust',
      pattern: /connection string contains no hosts|at least one host must be specified|empty hostname/i,
      certainty: 'certain',
      sample: 'Error: Kind: An invalid argument was provided: connection string contains no hosts',
    },
    {
      driver: 'php',
      pattern: /Missing host|Host list (?:is )?empty/i,
      with: [/mongo/i],
      certainty: 'certain',
      sample: `Failed to parse MongoDB URI: 'mongodb://'. Missing host.`,
    },
    {
      driver: 'prisma',
      pattern: /Error parsing connection string: empty host in database URL/,
      certainty: 'certain',
      sample: 'error: Error parsing connection string: empty host in database URL.',
    },
    {
      driver: 'ruby',
      pattern: /Missing host|MISSING_HOST|Unable to parse the hosts/i,
      with: [/mongo/i],
      certainty: 'certain',
      sample: `Mongo::Error::InvalidURI: Bad URI: 'mongodb://'. Missing host; at least one must be provided.`,
    },
    {
      driver: 'c',
      pattern: /MongoDB URI: '[^'\n]{0,300}(?:@|\/\/)(?:\/|\?|')[^\n]{0,300}Invalid host string in URI/,
      certainty: 'likely',
      weight: 3,
      sample: `Failed to parse MongoDB URI: 'mongodb://ada:pw@/app'. Invalid host string in URI.`,
    },
    {
      driver: 'c',
      pattern: /Invalid host string in URI/,
      certainty: 'possible',
      weight: 2,
      sample: 'Invalid host string in URI',
    },
    {
      driver: 'rust',
      pattern: /invalid server address[^\n]{0,40}: the hostname cannot be empty/,
      certainty: 'certain',
      sample: 'InvalidArgument { message: "invalid server address : the hostname cannot be empty" }',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:server at|connect(?:ing|ion)? to|dial tcp|lookup|Addr:|address[:=]|EndPoint:|server \[)\s?['"]?\.?:27\d{3}\b/,
      certainty: 'likely',
      weight: 6,
      sample: 'MongoDriverException: Failed to connect to MongoDB server at .:27017.',
    },
    {
      driver: 'rust',
      pattern: /InvalidArgument \{ message: "missing hosts"/,
      certainty: 'certain',
      weight: 1,
      sample: 'Error { kind: InvalidArgument { message: "missing hosts" }, labels: {} }',
    },
    {
      driver: 'java',
      pattern: /The connection string contains an empty host|hosts list may not be empty/,
      certainty: 'certain',
      weight: 1,
      sample: "java.lang.IllegalArgumentException: The connection string contains an empty host '[]'. ",
    },
  ],
}
