import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-tls-options-conflict',
  symptoms: [
    {
      driver: 'node',
      pattern: /All values of tls\/ssl must be the same/,
      certainty: 'certain',
      sample: `MongoParseError: All values of tls/ssl must be the same.`,
    },
    {
      driver: 'node',
      pattern: /The 'tlsInsecure' option cannot be used with/,
      certainty: 'certain',
      sample: `MongoAPIError: The 'tlsInsecure' option cannot be used with the 'tlsAllowInvalidCertificates' option`,
    },
    {
      driver: 'pymongo',
      pattern: /Can not specify conflicting values for URI options/,
      certainty: 'certain',
      sample: `pymongo.errors.InvalidURI: Can not specify conflicting values for URI options ssl and tls.`,
    },
    {
      driver: 'pymongo',
      pattern: /URI options \w+ and \w+ cannot be specified simultaneously/,
      certainty: 'likely',
      sample: `pymongo.errors.InvalidURI: URI options tlsInsecure and tlsAllowInvalidCertificates cannot be specified simultaneously.`,
    },
  ],
}
