import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-host-missing',
  symptoms: [
    {
      driver: 'node',
      pattern: /Protocol and host list are required in the uri/,
      certainty: 'certain',
      sample: `MongoParseError: Protocol and host list are required in the uri`,
    },
    {
      driver: 'pymongo',
      pattern: /Must provide at least one hostname or IP/,
      certainty: 'certain',
      sample: `pymongo.errors.InvalidURI: Must provide at least one hostname or IP`,
    },
    {
      driver: 'pymongo',
      pattern: /Empty host \(or extra comma in host list\)/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: Empty host (or extra comma in host list)`,
    },
    {
      driver: 'go',
      pattern: /error parsing uri: must have at least 1 host/,
      certainty: 'certain',
      sample: `error parsing uri: must have at least 1 host`,
    },
  ],
}
