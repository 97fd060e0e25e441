import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-member-not-ready',
  symptoms: [
    {
      driver: 'any',
      pattern: /\bNotPrimaryOrSecondary\b|node is recovering|not (?:primary|master) or secondary/i,
      certainty: 'likely',
      sample: 'MongoServerError: node is recovering',
    },
    {
      driver: 'any',
      pattern: 'server:13436',
      certainty: 'likely',
      sample:
        '"errmsg" : "not primary or secondary; cannot currently read from this replSet member", "code" : 13436',
    },
    {
      driver: 'pymongo',
      pattern: /server_type: (?:RSOther|RSArbiter)/,
      certainty: 'possible',
      sample: "<ServerDescription ('db.example.com', 27017) server_type: RSOther, rtt: 0.002>",
    },
    {
      driver: 'go',
      pattern: /Type: RSMember|Type: RSArbiter/,
      certainty: 'possible',
      sample:
        'server selection error: context deadline exceeded, current topology: { Type: ReplicaSetNoPrimary, Servers: [{ Addr: db.example.com:27017, Type: RSMember }, ] }',
    },
  ],
}
