import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-srv-many-hosts',
  confirm: 'Write one SRV name after mongodb+srv://, or mongodb:// before a list or an address.',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /mongodb\+srv URI cannot have multiple service names|Invalid URI, cannot contain multiple hostnames/,
      certainty: 'certain',
      sample: 'MongoParseError: mongodb+srv URI cannot have multiple service names',
    },
    {
      driver: 'pymongo',
      pattern: /mongodb\+srv:\/\/ URIs must include one, and only one, hostname/,
      certainty: 'certain',
      sample: 'pymongo.errors.InvalidURI: mongodb+srv:// URIs must include one, and only one, hostname',
    },
    {
      driver: 'pymongo',
      pattern: /an IP address is not a valid hostname for 'mongodb\+srv:\/\/'/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: Invalid URI host: an IP address is not a valid hostname for 'mongodb+srv://'`,
    },
    {
      driver: 'go',
      pattern: /URI with (?:srv|SRV) must include one and only one hostname/,
      certainty: 'certain',
      sample: 'error parsing uri: URI with srv must include one and only one hostname',
    },
    {
      driver: 'java',
      pattern: /Only one host allowed when using mongodb\+srv protocol/,
      certainty: 'certain',
      sample: 'java.lang.IllegalArgumentException: Only one host allowed when using mongodb+srv protocol',
    },
    {
      driver: 'rust',
      pattern: /exactly one host must be specified with ['"]?mongodb\+srv/i,
      certainty: 'certain',
      sample: `Error: Kind: An invalid argument was provided: exactly one host must be specified with 'mongodb+srv'`,
    },
    {
      driver: 'any',
      pattern:
        /mongodb\+srv[^\n]{0,60}(?:only one|exactly one|one and only one|a single|multiple)[^\n]{0,20}(?:host|name)/i,
      certainty: 'certain',
      sample: 'mongodb+srv:// URI must have exactly one hostname',
    },
    {
      driver: 'node',
      pattern: /URI (?:must|does not) (?:include|have) hostname, domain name,? and tld/,
      certainty: 'possible',
      weight: 2,
      sample: 'MongoAPIError: URI must include hostname, domain name, and tld',
    },
    {
      driver: 'any',
      pattern: /_mongodb\._tcp\.\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/,
      certainty: 'likely',
      weight: 1,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.10.0.0.5',
    },
    {
      driver: 'c',
      pattern: /Multiple service names are prohibited in an SRV URI/,
      certainty: 'certain',
      sample: 'Multiple service names are prohibited in an SRV URI.',
    },
    {
      driver: 'any',
      pattern:
        /One and only one host is required in a connection string with the 'mongodb\+srv' protocol|cannot contain a comma or multiple host names if using an SRV/,
      certainty: 'certain',
      sample: `One and only one host is required in a connection string with the 'mongodb+srv' protocol. (Mongo::Error::InvalidURI)`,
    },
  ],
}
