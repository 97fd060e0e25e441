import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-standalone',
  confirm:
    'Ask the server `db.hello()`: no setName settles it; leave replicaSet= out, or start the server with --replSet and run rs.initiate().',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /but found a STANDALONE|STANDALONE\.?\s{0,3}Removing|(?:server|node|host)[^\n]{0,60}is (?:a )?standalone|not running with --replSet|NoReplicationEnabled/i,
      certainty: 'likely',
      weight: 3,
      sample:
        'Expecting replica set member, but found a STANDALONE. Removing db.test:27017 from client view of cluster.',
    },
    {
      driver: 'any',
      pattern: 'server:76',
      certainty: 'likely',
      weight: 2,
      sample: 'not running with --replSet code: 76',
    },
    {
      driver: 'any',
      pattern: 'topology:empty',
      with: [/ReplicaSetNoPrimary/],
      unless: [/servers: Map\([1-9]/],
      certainty: 'likely',
      sample: `type: 'ReplicaSetNoPrimary', servers: Map(0) {}, setName: 'rs0'`,
    },
    {
      driver: 'pymongo',
      pattern: /No replica set members available for replica set name/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: No replica set members available for replica set name "rs0"',
    },
    {
      driver: 'go',
      pattern: /Type: ReplicaSetNoPrimary, Servers: \[ ?\]/,
      certainty: 'likely',
      weight: 1,
      sample:
        'server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary, Servers: [] }',
    },
    {
      driver: 'rust',
      pattern: /Type: ReplicaSetNoPrimary, (?:Set Name: \w{1,60}, )?Servers: \[ *\]/,
      certainty: 'likely',
      weight: 1,
      sample: 'Topology: { Type: ReplicaSetNoPrimary, Servers: [ ] }',
    },
    {
      driver: 'prisma',
      pattern:
        /Transactions are not supported by this deployment|needs to perform transactions, which requires your MongoDB server to be run as a replica set|P2031/,
      certainty: 'likely',
      weight: 4,
      sample:
        'Prisma needs to perform transactions, which requires your MongoDB server to be run as a replica set. https://pris.ly/d/mongodb-replica-set',
    },
    {
      driver: 'any',
      pattern: /The \$changeStream stage is only supported on replica sets/,
      certainty: 'possible',
      weight: 2,
      sample: 'MongoServerError: The $changeStream stage is only supported on replica sets',
    },
    {
      driver: 'any',
      pattern:
        /The \$changeStream stage is only supported on replica sets|change streams? (?:are|is) only supported on replica/i,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerError: The $changeStream stage is only supported on replica sets',
    },
    {
      driver: 'any',
      pattern:
        /MONGO_OPLOG_URL must be set to the 'local' database of a Mongo replica set|Unable to find Mongodb Oplog|OPLOG \/ REPLICASET IS REQUIRED/,
      certainty: 'likely',
      weight: 3,
      sample: `Error: $MONGO_OPLOG_URL must be set to the 'local' database of a Mongo replica set`,
    },
    {
      driver: 'any',
      pattern: /Standalone servers do not support transactions/,
      certainty: 'certain',
      weight: 3,
      sample: 'System.NotSupportedException: Standalone servers do not support transactions.',
    },
    {
      driver: 'any',
      pattern: /(?:not|n't) (?:been )?started with the (?:--)?replSet option/,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoServerError: This node was not started with the replSet option',
    },
    {
      driver: 'any',
      pattern: /Transaction numbers are only allowed on a replica set member or mongos/,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: Transaction numbers are only allowed on a replica set member or mongos',
    },
  ],
}
