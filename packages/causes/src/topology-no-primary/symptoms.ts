import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-no-primary',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /No primary available for writes/,
      certainty: 'likely',
      sample: 'pymongo.errors.ServerSelectionTimeoutError: No primary available for writes, Timeout: 30s',
    },
    {
      driver: 'node',
      pattern: /type: 'ReplicaSetNoPrimary'[^]{0,2000}type: 'RSSecondary'/,
      certainty: 'likely',
      sample:
        "MongoServerSelectionError: Server selection timed out after 30000 ms\n  reason: TopologyDescription {\n    type: 'ReplicaSetNoPrimary',\n    servers: Map(2) {\n      'a:27017' => ServerDescription {\n        type: 'RSSecondary',",
    },
    {
      driver: 'go',
      pattern: /Type: ReplicaSetNoPrimary, Servers: \[[^\]]{0,2000}Type: RSSecondary/,
      certainty: 'likely',
      sample:
        'server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary, Servers: [{ Addr: a:27017, Type: RSSecondary, Average RTT: 1 }, ] }',
    },
    {
      driver: 'any',
      pattern:
        /FailedToSatisfyReadPreference|Could not find host matching read preference \{ mode: "primary"/,
      certainty: 'likely',
      sample:
        'MongoServerError: Could not find host matching read preference { mode: "primary" } for set rs0',
    },
  ],
}
