import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-no-primary',
  confirm: 'Ask any member `rs.status()`: which members are up, who votes, and why none wins the election.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /No primary available for writes|No primary (?:server|node|member)? ?(?:is )?(?:available|found|detected|exists)|no primary (?:server )?(?:available|found)|not primary and (?:slaveOk|secondaryOk)=false|no primary exists currently|Could not find (?:host matching read preference \{ mode: "primary"|primary)/i,
      certainty: 'likely',
      weight: 3,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: No primary available for writes',
    },
    {
      driver: 'any',
      pattern: 'topology:secondary',
      with: [/NoPrimary|REPLICA_SET|ReplicaSet|primary/i],
      unless: ['topology:primary'],
      certainty: 'likely',
      weight: 3,
      sample:
        '{ Type: ReplicaSetNoPrimary, Servers: [{ Addr: a.test:27017, Type: RSSecondary, Average RTT: 1 }, { Addr: b.test:27017, Type: RSSecondary }] }',
    },
    {
      driver: 'any',
      pattern: 'server:133',
      certainty: 'likely',
      weight: 1,
      sample: 'FailedToSatisfyReadPreference code: 133',
    },
    {
      driver: 'mongod',
      pattern:
        /(?:Not starting an election|Cannot see a majority|can't see a majority|\belection[^\n]{0,60}(?:failed|lost|timed out)|Lost majority)/i,
      certainty: 'likely',
      weight: 2,
      sample: 'Not starting an election, since we are not electable. Cannot see a majority of the set',
    },
    {
      driver: 'any',
      pattern: /seems to be in the middle of an election|replica set (?:has|have) no primary/i,
      certainty: 'likely',
      weight: 1,
      sample: 'It looks like the replica set has no primary: election in progress',
    },
  ],
}
