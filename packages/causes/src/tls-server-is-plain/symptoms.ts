import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-server-is-plain',
  symptoms: [
    {
      driver: 'node',
      pattern: /Client network socket disconnected before secure TLS connection/,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: Client network socket disconnected before secure TLS connection was established',
    },
    {
      driver: 'pymongo',
      pattern: /\bUNEXPECTED_EOF_WHILE_READING\b/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Remote host terminated the handshake|SSL peer shut down incorrectly/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake',
    },
    {
      driver: 'any',
      pattern: /SSL handshake received but server is started without SSL support/,
      certainty: 'certain',
      sample:
        'Error receiving request from client: SSLHandshakeFailed: SSL handshake received but server is started without SSL support',
    },
  ],
}
