import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-mixed-seeds',
  symptoms: [
    {
      driver: 'java',
      pattern:
        /Expecting replica set member from set '[^'\n]{1,80}', but found one from set '[^'\n]{1,80}'\. Removing/,
      certainty: 'likely',
      sample:
        "Expecting replica set member from set 'rsA', but found one from set 'rsB'. Removing b:27017 from client view of cluster.",
    },
    {
      driver: 'java',
      pattern:
        /Expecting a single STANDALONE, but found more than one\.\s{0,2}Removing|Expecting (?:replica set member|a single STANDALONE)[^\n]{0,80}found a? ?(?:STANDALONE|SHARD_ROUTER)/,
      certainty: 'likely',
      sample:
        'Expecting a single STANDALONE, but found more than one.  Removing b:27017 from client view of cluster.',
    },
    {
      driver: 'c',
      pattern: /replica set name does not match|multiple standalone servers/i,
      certainty: 'possible',
      sample: 'No suitable servers found: multiple standalone servers',
    },
  ],
}
