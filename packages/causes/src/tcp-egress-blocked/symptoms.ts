import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-egress-blocked',
  confirm: `From the same network, try the port of a host that is known to listen there (portquiz.net:27017): silent as well, then this network lets no such port out; a phone's hotspot tells it too.`,
  symptoms: [
    {
      driver: 'any',
      pattern: /ETIMEDOUT|[Tt]imed? ?out|i\/o timeout|10060/,
      with: ['host:atlas'],
      unless: ['dns:srv', 'host:private', /Read timed out|secureConnect|handshake/],
      certainty: 'possible',
      weight: 1,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: timed out',
    },
    {
      driver: 'any',
      pattern:
        /(?:hotspot|mobile data|tether\w{0,4}|home (?:network|wifi|wi-fi|internet)|another (?:network|wifi)|different network|phone'?s? (?:network|internet))[^\n]{0,120}(?:works|worked|fine|connect)|(?:works|worked|fine|connects)[^\n]{0,80}(?:hotspot|mobile data|tether\w{0,4}|from home|on another network)|(?:campus|college|university|school|office|company|corporate|work) (?:network|wifi|wi-fi|firewall|internet)|port (?:27017|27015)[^\n]{0,60}(?:blocked|closed)|(?:block\w{0,4}|closed?)[^\n]{0,40}\b27017\b/i,
      with: [/tim(?:ed|e) ?out|ETIMEDOUT|Could not connect|selection|refused/i],
      certainty: 'possible',
      weight: 9,
      sample:
        'MongoServerSelectionError: connection timed out. It works with my mobile hotspot but not on the campus network.',
    },
    {
      driver: 'any',
      pattern:
        /portquiz\.net[^\n]{0,80}(?:27017|27015|27016)[^\n]{0,80}(?:tim|fail|refused)|portquiz\.net:2701\d/i,
      certainty: 'likely',
      weight: 4,
      sample: 'curl: (28) Failed to connect to portquiz.net port 27017 after 21043 ms: Timeout was reached',
    },
    {
      driver: 'any',
      pattern:
        /connect (?:EPERM|EACCES) [\w.:]{3,60}|\[WinError 10013\]|\(10013\)|access a socket in a way forbidden/i,
      unless: [/\.sock\b/],
      certainty: 'likely',
      weight: 4,
      sample: 'connect EPERM 198.51.100.7:27017 - Local (0.0.0.0:0)',
    },
  ],
}
