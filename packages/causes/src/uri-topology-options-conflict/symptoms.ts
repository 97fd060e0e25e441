import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-topology-options-conflict',
  symptoms: [
    {
      driver: 'node',
      pattern: /directConnection option requires exactly one host/,
      certainty: 'certain',
      sample: `MongoParseError: directConnection option requires exactly one host`,
    },
    {
      driver: 'node',
      pattern: /SRV URI does not support directConnection/,
      certainty: 'certain',
      sample: `MongoAPIError: SRV URI does not support directConnection`,
    },
    {
      driver: 'node',
      pattern: /loadBalanced option (?:only supported with a single host|not supported)/,
      certainty: 'certain',
      sample: `MongoParseError: loadBalanced option not supported with a replicaSet option`,
    },
    {
      driver: 'node',
      pattern:
        /Cannot (?:use|combine) (?:srvMaxHosts option with replicaSet|replicaSet option with srvMaxHosts)/,
      certainty: 'certain',
      sample: `MongoParseError: Cannot use srvMaxHosts option with replicaSet`,
    },
    {
      driver: 'node',
      pattern: /Cannot use srv\w+(?:, srv\w+){0,3} with a non-srv connection string/,
      certainty: 'certain',
      sample: `MongoParseError: Cannot use srvMaxHosts with a non-srv connection string`,
    },
    {
      driver: 'pymongo',
      pattern:
        /Cannot specify multiple hosts with directConnection=true|Cannot specify directConnection=true with multiple hosts/i,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: Cannot specify multiple hosts with directConnection=true`,
    },
  ],
}
