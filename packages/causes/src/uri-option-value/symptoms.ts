import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-value',
  symptoms: [
    {
      driver: 'node',
      pattern: /URI option "\w{1,60}" cannot (?:be specified with no value|appear more than once)/,
      certainty: 'certain',
      sample: `MongoAPIError: URI option "replicaSet" cannot be specified with no value`,
    },
    {
      driver: 'node',
      pattern: /Expected \w{1,60} to be stringified int value|\w{1,60} can only be a positive int value/,
      certainty: 'certain',
      sample: `MongoParseError: Expected connectTimeoutMS to be stringified int value, got: soon`,
    },
    {
      driver: 'node',
      pattern: /MongoParseError: [\w/]{1,60} must be either "true" or "false"/,
      certainty: 'certain',
      sample: `MongoParseError: tls/ssl must be either "true" or "false"`,
    },
    {
      driver: 'node',
      pattern:
        /is not a valid compression mechanism|Invalid read preference mode|serverMonitoringMode must be one of/,
      certainty: 'certain',
      sample: `MongoInvalidArgumentError: gzip is not a valid compression mechanism. Must be one of: none,snappy,zlib,zstd.`,
    },
    {
      driver: 'node',
      pattern:
        /Must specify proxyHost if other proxy options are passed|Can only specify both of proxy username\/password/,
      certainty: 'certain',
      sample: `MongoParseError: Must specify proxyHost if other proxy options are passed`,
    },
    {
      driver: 'pymongo',
      pattern:
        /(?:The value of|Value for option) \S{1,60} must be|Error parsing URI option|Duplicate URI option/,
      certainty: 'likely',
      sample: `UserWarning: The value of connecttimeoutms must be an integer`,
    },
    {
      driver: 'java',
      pattern: /is not a valid (?:integer|boolean|value)(?: for|:)|is not a valid read preference/,
      certainty: 'likely',
      sample: `WARN org.mongodb.driver.uri - 'soon' is not a valid integer for 'connecttimeoutms'`,
    },
    {
      driver: 'go',
      pattern: /error parsing uri: invalid value for "?\w{1,60}"?/,
      certainty: 'certain',
      sample: `error parsing uri: invalid value for "connecttimeoutms": "soon"`,
    },
  ],
}
