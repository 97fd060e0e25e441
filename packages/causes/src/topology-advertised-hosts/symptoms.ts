import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-advertised-hosts',
  symptoms: [
    {
      driver: 'pymongo',
      pattern:
        /Could not reach any servers in \[[^\]]{0,1000}\]\. Replica set is configured with internal hostnames or IPs\?/,
      certainty: 'certain',
      sample:
        "pymongo.errors.ServerSelectionTimeoutError: Could not reach any servers in [('mongo1', 27017)]. Replica set is configured with internal hostnames or IPs?, Timeout: 30s",
    },
    {
      driver: 'node',
      pattern: /MongoServerSelectionError: getaddrinfo (?:ENOTFOUND|EAI_AGAIN) [a-z0-9-]{1,63}(?:\s|$)/,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND mongo1',
    },
    {
      driver: 'java',
      pattern: /type=REPLICA_SET[^]{0,600}java\.net\.UnknownHostException: [a-z0-9-]{1,63}\b/,
      certainty: 'possible',
      sample:
        'Timed out while waiting for a server. Client view of cluster state is {type=REPLICA_SET, servers=[{address=mongo1:27017, type=UNKNOWN, state=CONNECTING, exception={com.mongodb.MongoSocketException: mongo1}, caused by {java.net.UnknownHostException: mongo1}}]}',
    },
    {
      driver: 'go',
      pattern:
        /server selection error[^]{0,300}Type: ReplicaSetNoPrimary[^]{0,300}lookup [a-z0-9-]{1,63}[^\n]{0,80}no such host/,
      certainty: 'possible',
      sample:
        'server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary, Servers: [{ Addr: mongo1:27017, Type: Unknown, Last error: dial tcp: lookup mongo1: no such host }, ] }',
    },
  ],
}
