import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-not-initiated',
  symptoms: [
    {
      driver: 'any',
      pattern: /no replset config has been received|NotYetInitialized/,
      certainty: 'certain',
      sample: 'MongoServerError: no replset config has been received',
    },
    {
      driver: 'node',
      pattern: /type: 'RSGhost'/,
      certainty: 'likely',
      sample: "ServerDescription {\n      address: '127.0.0.1:27017',\n      type: 'RSGhost',",
    },
    {
      driver: 'pymongo',
      pattern: /server_type: RSGhost/,
      certainty: 'likely',
      sample:
        'No servers match selector "Primary()", Timeout: 30s, Topology Description: <TopologyDescription id: 65, topology_type: Unknown, servers: [<ServerDescription (\'localhost\', 27017) server_type: RSGhost, rtt: 0.001>]>',
    },
  ],
}
