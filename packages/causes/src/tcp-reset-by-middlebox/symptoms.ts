import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-reset-by-middlebox',
  confirm: `Connect without sending anything (\`nc HOST 27017\`): it stays open, and only the TLS hello is reset, then a device on the way does it; the server's log without an entry confirms.`,
  symptoms: [
    {
      driver: 'any',
      pattern: /read ECONNRESET|ECONNRESET(?![^\n]{0,120}(?:Client network socket|secure TLS))/,
      unless: [/Client network socket disconnected|socket hang up/],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerSelectionError: read ECONNRESET',
    },
    {
      driver: 'any',
      pattern: 'errno:reset',
      unless: [
        /Client network socket disconnected|lost connection|errors\.AutoReconnect|\bidle\b|after \d{1,3} min/i,
      ],
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [Errno 104] Connection reset by peer',
    },
    {
      driver: 'java',
      pattern: /SocketException: Connection reset|SSLException: Connection reset/,
      certainty: 'likely',
      weight: 1,
      sample: 'javax.net.ssl.SSLException: Connection reset',
    },
  ],
}
