import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-rejected',
  confirm: `Compare with a closed port of the same host (another errno or another wait there), and see the firewall's rules for REJECT; tcpdump shows the ICMP message.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:no-route',
      certainty: 'possible',
      weight: 1,
      sample: 'MongoServerSelectionError: connect EHOSTUNREACH 203.0.113.9:27017',
    },
    {
      driver: 'any',
      pattern:
        /(?:administratively prohibited|host (?:is )?prohibited|icmp-(?:host|port|admin)-\w{3,15}|\bREJECT\b[^\n]{0,60}(?:iptables|firewall|rule)|firewalld|ufw (?:deny|reject))/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'connect EHOSTUNREACH 203.0.113.9:27017, iptables -A INPUT -j REJECT --reject-with icmp-host-prohibited',
    },
    {
      driver: 'any',
      pattern: 'errno:no-permission',
      with: [/connect|dial|socket/i],
      unless: [/\.sock\b|open '|\.pem|data\/db/],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoNetworkError: connect EACCES 203.0.113.9:27017 - Local (undefined:undefined)',
    },
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:address'],
      unless: ['host:loopback', 'dns:srv'],
      certainty: 'possible',
      weight: -2,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: 203.0.113.9:27017: [Errno 111] Connection refused',
    },
  ],
}
