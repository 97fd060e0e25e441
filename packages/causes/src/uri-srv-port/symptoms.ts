import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-srv-port',
  symptoms: [
    {
      driver: 'node',
      pattern: /mongodb\+srv URI cannot have port number/,
      certainty: 'certain',
      sample: `MongoParseError: mongodb+srv URI cannot have port number`,
    },
    {
      driver: 'pymongo',
      pattern: /mongodb\+srv:\/\/ URIs must not include a port number/,
      certainty: 'certain',
      sample: `pymongo.errors.InvalidURI: mongodb+srv:// URIs must not include a port number`,
    },
    {
      driver: 'go',
      pattern: /URI with srv must not include a port number/,
      certainty: 'certain',
      sample: `error parsing uri: URI with srv must not include a port number`,
    },
  ],
}
