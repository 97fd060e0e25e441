import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'proxy-tunnel-discovery',
  confirm: `Add directConnection=true to the string that goes through the tunnel: it works, then the members' own names were what failed.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:ssh (?:-[A-Za-z]{0,6} )?-?L|ssh[ -]?tunnel\w{0,3}|port[- ]forward\w{0,4}|sshtunnel|SSHTunnelForwarder|bastion|jump ?(?:host|server|box)|kubectl port-forward|ngrok)\b/i,
      with: [
        /ENOTFOUND|not known|no such host|UnknownHost|timed? ?out|ETIMEDOUT|ReplicaSetNoPrimary|refused|nodename nor|ECONNRESET|selection/i,
      ],
      unless: ['verify:name'],
      certainty: 'likely',
      weight: 4,
      sample:
        'ssh tunnel to the replica set on localhost:27018: MongoServerSelectionError: getaddrinfo ENOTFOUND rs0-node1.internal',
    },
  ],
}
