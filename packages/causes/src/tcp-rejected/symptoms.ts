import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-rejected',
  confirm: 'nc -vz to the same host on port 22 or 443: if that one answers, a firewall rejects this port.',
  symptoms: [
    {
      driver: 'any',
      pattern: /connect EHOSTUNREACH (?:\d{1,3}\.){3}\d{1,3}:\d{2,5}/,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: connect EHOSTUNREACH 192.0.2.10:27017',
    },
    {
      driver: 'any',
      pattern: /\[Errno 113\] No route to host|connect: no route to host|NoRouteToHostException/,
      certainty: 'possible',
      sample: '192.0.2.10:27017: [Errno 113] No route to host',
    },
    {
      driver: 'any',
      pattern: /ICMP[^\n]{0,80}(?:admin prohibited|host prohibited|unreachable - admin)/i,
      certainty: 'certain',
      sample:
        'IP 192.0.2.10 > 192.0.2.20: ICMP host 192.0.2.10 unreachable - admin prohibited filter, length 68',
    },
  ],
}
