import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-some-members',
  confirm: `Look at every member's entry in the topology: some with a type and others Unknown settles it; all Unknown alike means the whole path.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'topology:mixed',
      certainty: 'likely',
      weight: 1,
      sample: `servers: [<ServerDescription ('a.test', 27017) server_type: Unknown, rtt: None, error=AutoReconnect('a.test:27017: [Errno 111] Connection refused')>, <ServerDescription ('b.test', 27017) server_type: RSSecondary, rtt: 0.004>]`,
    },
    {
      driver: 'any',
      pattern: 'topology:member-timeout',
      with: ['topology:mixed'],
      certainty: 'likely',
      weight: 4,
      sample:
        '{ Addr: a.test:27017, Type: RSSecondary, Average RTT: 1 }, { Addr: b.test:27017, Type: Unknown, Last error: dial tcp 10.0.0.9:27017: i/o timeout }',
    },
    {
      driver: 'any',
      pattern: 'topology:names-primary',
      with: ['topology:mixed'],
      unless: ['topology:primary'],
      certainty: 'likely',
      weight: 5,
      sample: `'a.test:27017' => ServerDescription { type: 'RSSecondary', primary: 'b.test:27017' }, 'b.test:27017' => ServerDescription { type: 'Unknown', error: MongoNetworkError: connect ECONNREFUSED 10.0.0.9:27017, primary: null }`,
    },
  ],
}
