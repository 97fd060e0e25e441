import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-not-initiated',
  confirm:
    'Ask the server `rs.status()`: "no replset config has been received" settles it; run rs.initiate() once.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /no replset config has been received|NotYetInitialized|Replication has not yet been configured|run rs\.initiate\(|replSetInitiate[^\n]{0,60}(?:needed|required|missing)/i,
      certainty: 'certain',
      weight: 2,
      sample: 'MongoServerError: no replset config has been received',
    },
    {
      driver: 'any',
      pattern: 'server:94',
      certainty: 'certain',
      weight: 1,
      sample: 'code: 94',
    },
    {
      driver: 'any',
      pattern: /\bRS_?Ghost\b|REPLICA_SET_GHOST|ReplicaSetGhost/i,
      certainty: 'likely',
      weight: 6,
      sample: `type: 'RSGhost', setName: null`,
    },
    {
      driver: 'mongod',
      pattern:
        /Did not find local replica set configuration document at startup|Cannot use non-local read concern until replica set is finished initializing/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'Did not find local replica set configuration document at startup. NoMatchingDocument: Did not find replica set configuration document in local.system.replset',
    },
    {
      driver: 'any',
      pattern: /node is not in primary or recovering state/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerError: node is not in primary or recovering state',
    },
    {
      driver: 'any',
      pattern: /Does not have a valid replica set config/,
      certainty: 'likely',
      weight: 3,
      sample: `{ ismaster: false, secondary: false, info: 'Does not have a valid replica set config', isreplicaset: true }`,
    },
    {
      driver: 'java',
      pattern: /does not appear to be a member of an initiated replica set/,
      certainty: 'likely',
      weight: 4,
      sample:
        'INFO org.mongodb.driver.cluster - Server db.example.net:27017 does not appear to be a member of an initiated replica set.',
    },
  ],
}
