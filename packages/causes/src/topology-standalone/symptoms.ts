import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-standalone',
  symptoms: [
    {
      driver: 'pymongo',
      pattern:
        /No replica set members (?:available for|found yet for|match)[^\n]{0,80}replica set name "[^"]{0,200}"/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: No replica set members available for replica set name "rs0", Timeout: 30s',
    },
    {
      driver: 'java',
      pattern: /Expecting replica set member, but found a (?:STANDALONE|SHARD_ROUTER)/,
      certainty: 'certain',
      sample:
        'Expecting replica set member, but found a STANDALONE.  Removing localhost:27017 from client view of cluster.',
    },
    {
      driver: 'any',
      pattern: /Transaction numbers are only allowed on a replica set member or mongos/,
      certainty: 'possible',
      sample: 'MongoServerError: Transaction numbers are only allowed on a replica set member or mongos',
    },
    {
      driver: 'prisma',
      pattern:
        /Prisma needs to perform transactions, which requires your MongoDB server to be run as a replica set/,
      certainty: 'likely',
      sample:
        'Prisma needs to perform transactions, which requires your MongoDB server to be run as a replica set. https://pris.ly/d/mongodb-replica-set',
    },
  ],
}
