import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-paused',
  confirm:
    'Look at Clusters in Atlas (or `atlas clusters list`): paused there settles it; resume and wait until it says so.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\bpaused\b|auto.?paus\w{1,3}|Resume[^\n]{0,20}cluster|cluster[^\n]{0,40}(?:inactiv\w{1,4}|asleep)|CLUSTER_PAUSED/i,
      with: [/mongo|atlas|cluster/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'The M0 cluster was paused for inactivity: MongoServerSelectionError: connect ECONNREFUSED cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:atlas'],
      unless: ['dns:srv', 'host:loopback'],
      certainty: 'possible',
      weight: 1,
      sample: 'MongoServerSelectionError: connect ECONNREFUSED 203.0.113.9:27017 cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: /querySrv ENOTFOUND|The DNS query name does not exist|no such host|DNSHostNotFound/,
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 2,
      sample: 'Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 3,
      sample: 'tlsv1 alert internal error SSL alert number 80 cluster0.ab1cd.mongodb.net',
    },
  ],
}
