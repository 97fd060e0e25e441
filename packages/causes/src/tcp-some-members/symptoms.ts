import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-some-members',
  confirm: `Look at every member's entry in the topology: some with a type and others Unknown settles it; all Unknown alike means the whole path.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /RSSecondary[\s\S]{0,3000}(?:error: MongoNetworkError|Type: Unknown, Error|server_type: Unknown, rtt: None, error|Last error)[\s\S]{0,40}(?:timed? ?out|ECONN|ETIMEDOUT|refused|i\/o timeout|unreachable|connection)/,
      certainty: 'likely',
      weight: 3,
      sample:
        '{ Addr: a.test:27017, Type: RSSecondary, Average RTT: 1 }, { Addr: b.test:27017, Type: Unknown, Last error: dial tcp 10.0.0.9:27017: i/o timeout }',
    },
    {
      driver: 'any',
      pattern:
        /(?:error: MongoNetworkError|Type: Unknown, (?:Last error|Error)|server_type: Unknown, rtt: None, error)[\s\S]{0,400}(?:timed? ?out|ECONN|ETIMEDOUT|refused|i\/o timeout|unreachable)[\s\S]{0,3000}(?:type: '?RSSecondary|Type: RSSecondary|server_type: RSSecondary)/,
      certainty: 'likely',
      weight: 3,
      sample: `servers: [<ServerDescription ('a.test', 27017) server_type: Unknown, rtt: None, error=NetworkTimeout('a.test:27017: timed out')>, <ServerDescription ('b.test', 27017) server_type: RSSecondary, rtt: 0.004>]`,
    },
    {
      driver: 'java',
      pattern:
        /type=UNKNOWN, state=CONNECTING, exception=[\s\S]{0,2000}type=REPLICA_SET_SECONDARY|type=REPLICA_SET_SECONDARY[\s\S]{0,3000}type=UNKNOWN, state=CONNECTING, exception=/,
      certainty: 'likely',
      weight: 3,
      sample:
        'servers=[{address=a.test:27017, type=REPLICA_SET_SECONDARY, roundTripTime=1.2 ms, state=CONNECTED}, {address=b.test:27017, type=UNKNOWN, state=CONNECTING, exception={com.mongodb.MongoSocketOpenException: Exception opening socket}, caused by {java.net.SocketTimeoutException: connect timed out}}]',
    },
    {
      driver: 'csharp',
      pattern:
        /Type: "ReplicaSetSecondary"[\s\S]{0,3000}State: "Disconnected", Type: "Unknown"[\s\S]{0,600}HeartbeatException|State: "Disconnected", Type: "Unknown"[\s\S]{0,600}HeartbeatException[\s\S]{0,4000}Type: "ReplicaSetSecondary"/,
      certainty: 'likely',
      weight: 3,
      sample:
        'Servers : [{ EndPoint: "a.test:27017", State: "Connected", Type: "ReplicaSetSecondary" }, { EndPoint: "b.test:27017", State: "Disconnected", Type: "Unknown", HeartbeatException: "MongoConnectionException: timed out" }]',
    },
    {
      driver: 'rust',
      pattern:
        /Type: RSSecondary[\s\S]{0,1500}Type: Unknown, Error|Type: Unknown, Error[\s\S]{0,1500}Type: RSSecondary/,
      certainty: 'likely',
      weight: 3,
      sample:
        'Servers: [ { Address: a.test:27017, Type: RSSecondary }, { Address: b.test:27017, Type: Unknown, Error: Kind: I/O error: timed out } ]',
    },
  ],
}
