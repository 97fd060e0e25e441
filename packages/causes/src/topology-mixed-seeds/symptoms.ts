import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-mixed-seeds',
  confirm: 'Ask each seed `db.hello().setName` and compare the cluster ids: two different ones settle it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\b(?:two|different|multiple|several|both)\b[^\n]{0,40}(?:replica ?sets?|clusters?|set names?)[^\n]{0,80}(?:seed|connection string|uri|host)|(?:seed|hosts?)[^\n]{0,80}\b(?:different|another|two) (?:replica ?sets?|clusters?)|belongs? to (?:a )?(?:different|another) (?:replica ?set|cluster)|Found multiple (?:replica sets|primaries|clusters)|mixed? (?:sharded|replica|mongos|standalone)/i,
      certainty: 'likely',
      weight: 3,
      sample: `seeds belong to different replica sets: 'rs0' and 'rs1'`,
    },
    {
      driver: 'any',
      pattern:
        /(?:but found a SHARD_ROUTER|Expecting (?:a )?(?:single )?(?:SHARDED|shard router)|mongos[^\n]{0,60}(?:mixed|together) with)/i,
      certainty: 'likely',
      weight: 5,
      sample:
        'Expecting replica set member, but found a SHARD_ROUTER. Removing db.test:27017 from client view of cluster.',
    },
    {
      driver: 'java',
      pattern:
        /Expecting a (?:single )?(?:REPLICA_SET|STANDALONE|SHARDED|SHARD_ROUTER), but found (?:a \w{1,30}|more than one)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'WARN org.mongodb.driver.cluster - Expecting a REPLICA_SET, but found a SHARDED.  Removing db.example.net:27017 from client view of cluster.',
    },
  ],
}
