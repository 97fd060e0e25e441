import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-bind-ip',
  confirm:
    'On the server, `ss -ltn | grep 27017`: 127.0.0.1 there, while clients come from elsewhere, settles it; 0.0.0.0 or the address means a firewall or a wrong port.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:private'],
      certainty: 'possible',
      weight: 3,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: 192.168.1.20:27017: [Errno 111] Connection refused',
    },
    {
      driver: 'any',
      pattern: 'errno:refused',
      with: ['host:address'],
      unless: ['host:loopback'],
      certainty: 'possible',
      weight: 2,
      sample: 'pymongo.errors.ServerSelectionTimeoutError: 203.0.113.9:27017: [Errno 111] Connection refused',
    },
    {
      driver: 'any',
      pattern: /\bbind_?[iI]p\b[^\n]{0,40}(?:127\.0\.0\.1|localhost)|--bind_ip (?:127\.0\.0\.1|localhost)/,
      with: [/refused|ECONNREFUSED|couldn't connect/i],
      certainty: 'likely',
      weight: 3,
      sample: `net:
  port: 27017
  bindIp: 127.0.0.1
MongoNetworkError: connect ECONNREFUSED 192.168.1.20:27017`,
    },
    {
      driver: 'mongod',
      pattern: /This server is bound to localhost\. Remote systems will be unable to connect/,
      certainty: 'likely',
      weight: 1,
      sample:
        'This server is bound to localhost. Remote systems will be unable to connect to this server. Start the server with --bind_ip <address>',
    },
    {
      driver: 'any',
      pattern: /(?:LISTEN|tcp)[^\n]{0,60}127\.0\.0\.1:27017[^\n]{0,80}(?:mongod|LISTEN|0\.0\.0\.0:\*)/,
      certainty: 'likely',
      weight: 2,
      sample: 'LISTEN 0 4096 127.0.0.1:27017 0.0.0.0:* users:(("mongod",pid=812,fd=14))',
    },
  ],
}
