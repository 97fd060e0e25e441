import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-paused',
  symptoms: [
    {
      driver: 'node',
      pattern: /querySrv ENOTFOUND _mongodb\._tcp\.\S{1,200}\.mongodb\.net/,
      certainty: 'possible',
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'pymongo',
      pattern: /The DNS query name does not exist: _mongodb\._tcp\.\S{1,200}\.mongodb\.net/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ConfigurationError: The DNS query name does not exist: _mongodb._tcp.cluster0.ab1cd.mongodb.net.',
    },
    {
      driver: 'any',
      pattern: /CANNOT_\w{1,40}_PAUSED_CLUSTER|CLUSTER_(?:IS_)?PAUSED/,
      certainty: 'certain',
      sample:
        'CANNOT_UPDATE_PAUSED_CLUSTER: Cannot update cluster Cluster0 while it is paused or being paused.',
    },
  ],
}
