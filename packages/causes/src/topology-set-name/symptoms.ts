import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-set-name',
  confirm: 'Ask a member `db.hello().setName` and compare it with replicaSet= in the string.',
  symptoms: [
    {
      driver: 'pymongo',
      pattern:
        /No replica set members (?:available|found|match)[^\n]{0,60}replica set name|replica set name "?\w{1,60}"?[^\n]{0,40}(?:does not match|not match|mismatch)|client is configured to connect to a replica set named '[^'\n]{1,60}' but this node belongs to/,
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: No replica set members available for replica set name "rs0"',
    },
    {
      driver: 'any',
      pattern:
        /(?:[Ss]et ?[Nn]ame|replica ?set(?: name)?|Replica Set)[^\n]{0,80}(?:does(?:n't| not) match|mismatch|(?:is )?different|expected|not equal|but (?:found|got|was))[^\n]{0,100}|[Ee]xpecting replica set member from set '[^']{0,60}'[^\n]{0,60}|expected (?:replica )?set name|wrong replica set name/i,
      unless: [/but found a (?:STANDALONE|SHARD)|standalone/i],
      certainty: 'likely',
      weight: 4,
      sample: `Expecting replica set member from set 'rs0', but found one from set 'rs1'. Removing db.test:27017 from client view of cluster.`,
    },
    {
      driver: 'java',
      pattern: /Expecting (?:a )?single ReplicaSet named|Expecting replica set member from set/,
      certainty: 'likely',
      weight: 2,
      sample: `Expecting replica set member from set 'rs0', but found one from set 'prod-rs'.`,
    },
    {
      driver: 'any',
      pattern: 'topology:empty',
      with: [/ReplicaSetNoPrimary/],
      unless: [/servers: Map\([1-9]/],
      certainty: 'likely',
      weight: 1,
      sample: `MongoServerSelectionError: Server selection timed out after 30000 ms
 reason: TopologyDescription { type: 'ReplicaSetNoPrimary', servers: Map(0) {}, stale: false, setName: 'rs0' }`,
    },
    {
      driver: 'go',
      pattern:
        /Topology: \{ Type: ReplicaSetNoPrimary, Servers: \[ ?\]|current topology: \{ Type: ReplicaSetNoPrimary, Servers: \[\] \}/,
      certainty: 'likely',
      weight: 2,
      sample:
        'server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary, Servers: [] }',
    },
    {
      driver: 'rust',
      pattern: /Topology: \{ Type: ReplicaSetNoPrimary, (?:Set Name: \w{1,60}, )?Servers: \[ *\]/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Kind: Server selection timeout: No available servers. Topology: { Type: ReplicaSetNoPrimary, Set Name: rs0, Servers: [  ] }',
    },
    {
      driver: 'pymongo',
      pattern: /topology_type: ReplicaSetNoPrimary, servers: \[\]/,
      certainty: 'likely',
      weight: 1,
      sample: '<TopologyDescription id: 65f, topology_type: ReplicaSetNoPrimary, servers: []>',
    },
    {
      driver: 'csharp',
      pattern: /Type : "ReplicaSet", State : "Disconnected", Servers : \[\]/,
      certainty: 'likely',
      weight: 1,
      sample:
        'Client view of cluster state is { ClusterId : "1", Type : "ReplicaSet", State : "Disconnected", Servers : [] }.',
    },
    {
      driver: 'java',
      pattern: /type=REPLICA_SET, servers=\[\]/,
      certainty: 'likely',
      weight: 1,
      sample: 'Client view of cluster state is {type=REPLICA_SET, servers=[]}',
    },
    {
      driver: 'node',
      pattern: /no primary found in replicaset or invalid replica set name/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoError: no primary found in replicaset or invalid replica set name',
    },
    {
      driver: 'any',
      pattern: /[?&]replicaSet=[\w.-]{1,60}(?:[?=]|%26|%3[dD])/,
      with: [/primary|Server ?[Ss]election|set name/i],
      certainty: 'likely',
      weight: 4,
      sample: `MONGO_URL=mongodb://ada:secret@a.test:27017/app?authSource=admin&replicaSet=rs0readPreference=nearest
MongoError: no primary found in replicaset or invalid replica set name`,
    },
  ],
}
