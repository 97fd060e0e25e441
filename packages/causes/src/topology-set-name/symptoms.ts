import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-set-name',
  symptoms: [
    {
      driver: 'pymongo',
      pattern:
        /No replica set members (?:available for|found yet for|match)[^\n]{0,80}replica set name "[^"]{0,200}"/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: No replica set members available for replica set name "rs0", Timeout: 30s',
    },
    {
      driver: 'node',
      pattern:
        /MongoServerSelectionError: Server selection timed out after \d{1,9} ms[^]{0,400}servers: Map\(0\) \{\}/,
      certainty: 'possible',
      sample:
        "MongoServerSelectionError: Server selection timed out after 30000 ms\n  reason: TopologyDescription {\n    type: 'ReplicaSetNoPrimary',\n    servers: Map(0) {},",
    },
    {
      driver: 'java',
      pattern: /Expecting replica set member from set '[^']{0,200}', but found one from set '[^']{0,200}'/,
      certainty: 'certain',
      sample:
        "Expecting replica set member from set 'prod', but found one from set 'rs0'.  Removing localhost:27017 from client view of cluster.",
    },
  ],
}
