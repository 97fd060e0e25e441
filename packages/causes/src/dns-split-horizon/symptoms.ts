import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-split-horizon',
  confirm:
    'Resolve the name where it works and where it fails (`nslookup HOST`): a private address in one place and a public one in the other settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:timed? ?out|ETIMEDOUT|i\/o timeout|unreachable)/i,
      with: ['host:private', 'host:atlas'],
      certainty: 'possible',
      weight: 4,
      sample: 'cluster0-shard-00-00.ab1cd.mongodb.net: connect ETIMEDOUT 10.8.0.12:27017',
    },
    {
      driver: 'any',
      pattern:
        /(?:resolv\w{1,10}|nslookup|dig|returns?)[^\n]{0,120}(?:private|internal)[^\n]{0,60}(?:instead|rather|but|while|not)[^\n]{0,60}public|(?:public)[^\n]{0,60}(?:instead|rather|but|while)[^\n]{0,60}(?:private|internal) (?:ip|address)/i,
      certainty: 'possible',
      weight: 9,
      sample:
        'The name resolves to the public address instead of the private IP from the peered VPC, and we get MongoServerSelectionError: connection timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:ENOTFOUND|no such host|not known|\[Errno (?:-2|8|11001)\])[^\n]{0,80}(?:-pl-\d|pl-\d-|-pri\.|-pe\.)/,
      certainty: 'possible',
      weight: 5,
      sample: 'getaddrinfo ENOTFOUND pl-0-us-east-1-pl-0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'errno:timeout',
      with: ['host:private'],
      certainty: 'possible',
      weight: 1,
      sample: 'connect ETIMEDOUT 10.8.0.12:27017',
    },
  ],
}
