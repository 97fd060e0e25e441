import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-refused',
  confirm:
    'On the server, see whether something listens on the port (`ss -ltnp | grep PORT`); from the client, try another port of the same host: refused as well, the host is wrong.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'errno:refused',
      unless: [
        'dns:srv',
        /query(?:Srv|Txt) ECONNREFUSED/,
        /proxyHost|socks/i,
        /because too many open connections/,
        /:53: [^\n]{0,120}refused/,
      ],
      certainty: 'likely',
      sample: 'MongoServerSelectionError: connect ECONNREFUSED 10.0.0.9:27017',
    },
    {
      driver: 'any',
      pattern: /ECONNREFUSED (?!::1)[\w.:[\]-]{3,80}:\d{2,5}/,
      unless: [/proxyHost|socks/i, 'in:container', 'host:not-configured'],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoNetworkError: connect ECONNREFUSED 10.0.0.9:27017',
    },
    {
      driver: 'any',
      pattern:
        /failed to connect to server \[[^\]]{1,200}\] on first connect \[[^\n]{0,120}ECONNREFUSED|couldn't connect to server [^\n]{0,200}(?:Connection refused|actively refused|SocketException)|couldn't connect to server (?:localhost|127\.0\.0\.1)/,
      unless: ['in:container'],
      certainty: 'likely',
      weight: 1,
      sample:
        'MongoNetworkError: failed to connect to server [localhost:27017] on first connect [Error: connect ECONNREFUSED 127.0.0.1:27017',
    },
    {
      driver: 'java',
      pattern: /MongoSocketOpenException: Exception opening socket/,
      unless: [
        /SocksSocket|Proxy server|connect timed out|SocketTimeout|UnknownHost|No route|unreachable|SSLH|PKIX/i,
        // The reason is told, and it is another one.
        /Caused by: java\.(?:io\.IOException|net\.BindException|lang\.\w{1,60})\b(?!: (?:Connection refused|远程计算机拒绝|由于目标))/,
      ],
      certainty: 'likely',
      sample: 'com.mongodb.MongoSocketOpenException: Exception opening socket',
    },
    {
      driver: 'any',
      pattern: /connect failed|couldn't connect to server|failed to connect to server/,
      certainty: 'possible',
      sample: `Error: couldn't connect to server 127.0.0.1:27017`,
    },
    {
      driver: 'c',
      pattern: /connection error calling \w{3,10} on '/,
      certainty: 'possible',
      weight: 2,
      sample: `No suitable servers found (\`serverSelectionTryOnce\` set): [connection error calling hello on 'db.example.com:27017']`,
    },
  ],
}
