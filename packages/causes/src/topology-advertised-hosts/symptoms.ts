import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-advertised-hosts',
  confirm: `Compare the hosts in the error with those in the string, and both with \`rs.conf().members\`: other names there are the set's own; connect with directConnection=true to prove it, then reconfigure the set or make the names resolve.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'host:not-configured',
      with: [
        /ENOTFOUND|EAI_AGAIN|not known|no such host|UnknownHost|refused|timed? ?out|ETIMEDOUT|nodename nor|getaddrinfo failed|resolve|unreachable/i,
      ],
      unless: [/querySrv|proxyHost|socks/i, 'host:atlas', 'host:metadata-service'],
      certainty: 'likely',
      weight: 4,
      sample: `mongodb://ada@db.example.com:27017/?replicaSet=rs0
MongoServerSelectionError: getaddrinfo ENOTFOUND mongo-0.mongo.default.svc.cluster.local`,
    },
    {
      driver: 'pymongo',
      pattern: /Replica set is configured with internal hostnames or IPs/,
      certainty: 'certain',
      weight: 4,
      sample: `pymongo.errors.ServerSelectionTimeoutError: Could not reach any servers in [('mongo1', 27017)]. Replica set is configured with internal hostnames or IPs?`,
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|not known|UnknownHost\w{0,10}|EAI_AGAIN|resolve|nodename nor)[^\n]{0,80}(?:\.svc\.cluster\.local|\.ec2\.internal|\.internal\b|ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})|(?:ENOTFOUND|no such host|UnknownHostException:?) [0-9a-f]{12}\b/,
      with: [/mongo|setName|rs0|replica/i],
      unless: ['host:configured', 'topology:unheard'],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: getaddrinfo ENOTFOUND 3f2a1b4c5d6e',
    },
    {
      driver: 'any',
      pattern:
        /setName: '[^'\n]{1,60}'[\s\S]{0,600}(?:ENOTFOUND|ECONNREFUSED|ETIMEDOUT|timed out)|Set Name: [\w-]{1,60}[^\n]{0,400}(?:failed to lookup|Connection refused|timed out)/,
      with: [/ReplicaSetNoPrimary/],
      unless: [/setName: null[\s\S]{0,4000}ENOTFOUND|R[Ss]Secondary|R[Ss]Primary/],
      certainty: 'likely',
      weight: 4,
      sample: `ReplicaSetNoPrimary setName: 'rs0', error: getaddrinfo ENOTFOUND mongo1`,
    },
    {
      driver: 'any',
      pattern:
        /ReplicaSetNoPrimary[\s\S]{0,600}(?:ENOTFOUND|no such host|not known|ECONNREFUSED 127\.0\.0\.1|Connection refused)/,
      unless: ['host:atlas'],
      certainty: 'possible',
      weight: 2,
      sample: `type: 'ReplicaSetNoPrimary' ... getaddrinfo ENOTFOUND mongo1`,
    },
    {
      driver: 'any',
      pattern: 'topology:advertised',
      with: [
        /ENOTFOUND|EAI_AGAIN|not known|no such host|UnknownHost|refused|timed? ?out|ETIMEDOUT|nodename nor|getaddrinfo failed|unreachable/i,
      ],
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 5,
      sample: `type: 'ReplicaSetNoPrimary', servers: Map(1) { 'mongo1:27017' => ServerDescription { type: 'Unknown', error: MongoNetworkError: getaddrinfo ENOTFOUND mongo1 } }, maxSetVersion: 1`,
    },
    {
      driver: 'java',
      pattern:
        /Server \S{1,255} is no longer a member of the replica set\. {1,2}Removing|Canonical address \S{1,255} does not match server address\. {1,2}Removing/,
      with: [/UnknownHostException|ConnectException|SocketTimeoutException/],
      certainty: 'likely',
      weight: 6,
      sample: `INFO org.mongodb.driver.cluster - Server 10.0.0.9:27017 is no longer a member of the replica set.  Removing from client view of cluster.
Caused by: java.net.UnknownHostException: mongo-1: Name or service not known`,
    },
    {
      driver: 'ruby',
      pattern: /Removing server \S{1,260} because it is not in hosts reported by/,
      certainty: 'likely',
      weight: 2,
      sample:
        'MONGODB | Removing server db1.example.com:27017 because it is not in hosts reported by primary db1.example.com:27017',
    },
    {
      driver: 'java',
      pattern: /Canonical address \S{1,255} does not match server address/,
      certainty: 'likely',
      weight: 3,
      sample:
        'INFO org.mongodb.driver.cluster - Canonical address mongo1:27017 does not match server address.  Removing 203.0.113.8:27017 from client view of cluster',
    },
  ],
}
