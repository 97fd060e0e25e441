import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-private-path-broken',
  confirm: `From the same subnet, see the route table and the peering's or endpoint's state for that private address; the public string working from there settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:timeout',
      with: ['host:private'],
      unless: ['host:not-configured'],
      certainty: 'likely',
      weight: -1,
      sample: 'MongoServerSelectionError: connect ETIMEDOUT 10.8.0.12:27017',
    },
    {
      driver: 'any',
      pattern:
        /(?:-p[lri]-\d|-pri\.|-pe\.)[\w.-]{0,80}mongodb\.net(?::\d{2,5})?[^\n]{0,120}(?:timed? ?out|i\/o timeout|ETIMEDOUT)|(?:timed? ?out|ETIMEDOUT)[^\n]{0,200}(?:-p[lri]-\d|-pri\.|-pe\.)[\w.-]{0,80}mongodb\.net/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: pl-0-us-east-1.ab1cd.mongodb.net:1024: timed out, cluster0-pl-0.ab1cd.mongodb.net:1025: timed out',
    },
    {
      driver: 'any',
      pattern: /(?:[Pp]eering|[Pp]rivate ?[Ll]ink|\bVPC\b|\bVNet\b|[Pp]rivate [Ee]ndpoint|transit gateway)/,
      with: [/tim(?:ed|e) ?out|ETIMEDOUT|unreachable/i],
      unless: [/public/i],
      certainty: 'possible',
      weight: 9,
      sample: 'VPC peering is active but MongoServerSelectionError: connection timed out',
    },
    {
      driver: 'any',
      pattern: /pl-\d-[\w-]{2,30}\.[\w-]{2,20}\.mongodb\.net/,
      with: [/tim(?:ed|e) ?out|ETIMEDOUT|refused|unreachable/i],
      certainty: 'likely',
      weight: 2,
      sample: 'pl-0-eu-west-1.ab1cd.mongodb.net:1024: timed out',
    },
  ],
}
