import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-public-name-needs-private',
  confirm:
    'Look at the names in the string: without -pri, -pl or -pe they are public; use the string that the provider shows for peering or the private endpoint.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:[Pp]eering|[Pp]rivate ?[Ll]ink|\bVPC\b|\bVNet\b|private (?:ip|endpoint|connection string))[^\n]{0,300}\bpublic\b|\bpublic\b[^\n]{0,300}(?:[Pp]eering|[Pp]rivate ?[Ll]ink|\bVPC\b|\bVNet\b|private (?:ip|endpoint))/,
      certainty: 'possible',
      weight: 9,
      sample:
        'We set up VPC peering but the connection string is the public one and we get connection timed out, EOF from the private subnet',
    },
    {
      driver: 'any',
      pattern: /(?:[Pp]eering|[Pp]rivate ?[Ll]ink|\bVPC\b|private subnet|private endpoint)/,
      with: ['host:atlas'],
      unless: ['host:atlas-private'],
      certainty: 'possible',
      weight: 1,
      sample: 'Private endpoint configured, cluster0.ab1cd.mongodb.net: socket was unexpectedly closed: EOF',
    },
    {
      driver: 'any',
      pattern: /socket was unexpectedly closed: EOF/,
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 1,
      sample:
        'connection(cluster0-shard-00-00.ab1cd.mongodb.net:27017[-121]) socket was unexpectedly closed: EOF',
    },
  ],
}
