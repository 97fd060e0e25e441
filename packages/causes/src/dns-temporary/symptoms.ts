import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-temporary',
  confirm:
    'Resolve the same name from the same container or machine twice, a minute apart, then another public name: all fail, then its resolver is unreachable; one name only, then the name is wrong.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'dns:temporary',
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerSelectionError: getaddrinfo EAI_AGAIN db.example.net',
    },
    {
      driver: 'any',
      pattern:
        /lookup [^\n]{0,200}(?:Temporary failure|try again|temporarily unavailable)|\bTRY_AGAIN\b|This is usually a temporary error during hostname resolution|\(11002\)|\[Errno 11002\]/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'System.Net.Sockets.SocketException (11002): This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server.',
    },
    {
      driver: 'go',
      pattern: /lookup (?!_mongodb)[\w.-]{1,200}[^\n]{0,120}(?:i\/o timeout|operation was canceled)/,
      certainty: 'likely',
      weight: 1,
      sample:
        'dial tcp: lookup db.example.net on 10.96.0.10:53: read udp 10.244.0.5:41234->10.96.0.10:53: i/o timeout',
    },
    {
      driver: 'c',
      pattern:
        /Failed to look up (?:SRV|TXT) record[^\n]{0,200}(?:A temporary error occurred|Try again later)/,
      certainty: 'likely',
      weight: 7,
      sample:
        'Failed to look up SRV record "_mongodb._tcp.cluster0.lab.test": A temporary error occurred on an authoritative name server. Try again later.',
    },
    {
      driver: 'any',
      pattern: /docker-entrypoint\.sh: line \d{1,4}: [\w.-]{1,80}: Try again/,
      certainty: 'likely',
      weight: 2,
      sample: `/docker-entrypoint.sh: line 15: mongo: Try again
/docker-entrypoint.sh: line 15: /dev/tcp/mongo/27017: Invalid argument`,
    },
  ],
}
