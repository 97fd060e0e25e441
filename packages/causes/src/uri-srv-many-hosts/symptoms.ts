import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-srv-many-hosts',
  symptoms: [
    {
      driver: 'node',
      pattern: /mongodb\+srv URI cannot have multiple service names/,
      certainty: 'certain',
      sample: `MongoParseError: mongodb+srv URI cannot have multiple service names`,
    },
    {
      driver: 'pymongo',
      pattern: /mongodb\+srv:\/\/ URIs must include one, and only one, hostname/,
      certainty: 'certain',
      sample: `pymongo.errors.InvalidURI: mongodb+srv:// URIs must include one, and only one, hostname`,
    },
    {
      driver: 'pymongo',
      pattern: /an IP address is not a valid hostname for 'mongodb\+srv:\/\/'/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: Invalid URI host: an IP address is not a valid hostname for 'mongodb+srv://'`,
    },
  ],
}
