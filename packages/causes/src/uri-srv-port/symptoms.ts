import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-srv-port',
  confirm:
    'Remove the port from the mongodb+srv:// string (SRV records carry it) or write mongodb:// with the members.',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /mongodb\+srv URI cannot have (?:a )?port number|Ports? (?:not accepted|are not supported) with .{0,2}mongodb\+srv/i,
      certainty: 'certain',
      sample: 'MongoParseError: mongodb+srv URI cannot have port number',
    },
    {
      driver: 'pymongo',
      pattern: /mongodb\+srv:\/\/ URIs must not include a port number/,
      certainty: 'certain',
      sample: 'pymongo.errors.InvalidURI: mongodb+srv:// URIs must not include a port number',
    },
    {
      driver: 'go',
      pattern: /URI with (?:srv|SRV) must not include a port number/,
      certainty: 'certain',
      sample: 'error parsing uri: URI with srv must not include a port number',
    },
    {
      driver: 'java',
      pattern: /Host for when using mongodb\+srv protocol can not contain a port/,
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: Host for when using mongodb+srv protocol can not contain a port',
    },
    {
      driver: 'rust',
      pattern: /port cannot be specified with ['"]?mongodb\+srv/i,
      certainty: 'certain',
      sample: `Error: Kind: An invalid argument was provided: a port cannot be specified with 'mongodb+srv'`,
    },
    {
      driver: 'any',
      pattern:
        /mongodb\+srv[^\n]{0,80}(?:must not|cannot|can not|may not|is not allowed)[^\n]{0,40}\bport\b|\bport\b[^\n]{0,40}(?:must not|cannot|can not|not allowed)[^\n]{0,60}mongodb\+srv/i,
      certainty: 'certain',
      sample: `Failed to parse MongoDB URI: 'mongodb+srv://db.example.net:27017'. mongodb+srv:// URI must not include a port`,
    },
    {
      driver: 'any',
      pattern: /mongodb\+srv:\/\/[^\s"'`]{1,300}:\d{4,5}\b/,
      with: [/Parse|[Ii]nvalid|[Cc]onfiguration|FailedToParse/],
      certainty: 'likely',
      weight: 1,
      sample: `mongodb+srv://cluster0.ab1cd.mongodb.net:27017/app
MongoParseError: Ports not accepted`,
    },
    {
      driver: 'c',
      pattern: /Port numbers are prohibited in an SRV URI/,
      certainty: 'certain',
      sample: `Failed to parse MongoDB URI: 'mongodb+srv://cluster.example.net:27017/app'. Port numbers are prohibited in an SRV URI.`,
    },
    {
      driver: 'perl',
      pattern: /cannot contain port number if using an SRV connection string/,
      certainty: 'certain',
      sample: `MongoDB::Error: URI 'mongodb+srv://cluster.lab.test:27017/app' cannot contain port number if using an SRV connection string`,
    },
  ],
}
