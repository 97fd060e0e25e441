import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-timeout-too-small',
  confirm:
    'The same connection string with serverSelectionTimeoutMS=30000 and connectTimeoutMS=30000 connects.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Server selection timed out after [1-9]\d{0,2} ms\b/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: Server selection timed out after 200 ms',
    },
    {
      driver: 'pymongo',
      pattern: /Timeout: 0?\.\d{1,4}s, Topology Description/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: No servers found yet, Timeout: 0.2s, Topology Description: <TopologyDescription id: 65>',
    },
    {
      driver: 'java',
      pattern: /Timed out (?:after|while waiting for) [1-9]\d{0,2} ms\b/,
      certainty: 'likely',
      sample: 'com.mongodb.MongoTimeoutException: Timed out after 200 ms while waiting to connect.',
    },
    {
      driver: 'node',
      pattern: /Socket '(?:connect|secureConnect)' timed out after (?:[1-9]\d{0,2}|[1-9]\d{0,2}ms)\b/,
      certainty: 'possible',
      sample:
        "MongoNetworkTimeoutError: Socket 'secureConnect' timed out after 200 ms (connectTimeoutMS: 200)",
    },
  ],
}
