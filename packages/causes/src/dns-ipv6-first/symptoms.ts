import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-ipv6-first',
  confirm:
    'Try 127.0.0.1 instead of localhost: it works, then the name resolves to ::1 first and the server listens on IPv4 only.',
  symptoms: [
    {
      driver: 'node',
      pattern: /ECONNREFUSED (?:::1|\[::1\]):\d{2,5}/,
      unless: [/ECONNREFUSED 127\.0\.0\.1/],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: connect ECONNREFUSED ::1:27017',
    },
    {
      driver: 'node',
      pattern: /ECONNREFUSED (?:::1|\[::1\]):\d{2,5}/,
      certainty: 'likely',
      weight: 1,
      sample:
        'AggregateError [ECONNREFUSED]: connect ECONNREFUSED ::1:27017 connect ECONNREFUSED 127.0.0.1:27017',
    },
    {
      driver: 'any',
      pattern: /(?:dial tcp|connect to|address=)[^\n]{0,20}\[?::1\]?:\d{2,5}[^\n]{0,60}(?:refused|timed out)/,
      certainty: 'likely',
      weight: 3,
      sample: 'dial tcp [::1]:27017: connect: connection refused',
    },
    {
      driver: 'any',
      pattern:
        /(?:connect|ECONN\w{3,10}|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|unreachable)[^\n]{0,40}\b(?:2[0-9a-f]{3}|fd[0-9a-f]{2}|fe80):[0-9a-f:]{2,40}/i,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoNetworkError: connect ENETUNREACH 2600:1f18:4b2:1::5:27017 - Local (:::0)',
    },
    {
      driver: 'any',
      pattern: /EADDRNOTAVAIL (?:::1|2[0-9a-f]{3}:)/,
      certainty: 'possible',
      weight: 2,
      sample: 'connect EADDRNOTAVAIL ::1:27017',
    },
    {
      driver: 'any',
      pattern:
        /Address family not supported by protocol[^\n]{0,60}\[?(?:::1|[0-9a-f]{1,4}:[0-9a-f:]{2,40})\b/,
      certainty: 'likely',
      weight: 3,
      sample: 'MONGODB | Address family not supported by protocol - connect(2) for [::1]:39341',
    },
  ],
}
