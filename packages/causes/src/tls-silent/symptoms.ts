import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-silent',
  confirm:
    'Send a small hello (`openssl s_client -tls1_2 -groups X25519`): an answer then means large packets are lost; silence again, look at the balancer or server that accepts the connection.',
  symptoms: [
    {
      driver: 'node',
      pattern: /Socket 'secureConnect' timed out/,
      certainty: 'likely',
      weight: 3,
      sample: `MongoServerSelectionError: Socket 'secureConnect' timed out after 30000ms (connectTimeoutMS: 30000)`,
    },
    {
      driver: 'any',
      pattern:
        /(?:TLS|SSL)? ?handshake (?:operation )?(?:has )?timed? ?out|handshake(?!_failure)[^\n]{0,60}(?:timed out|timeout|i\/o timeout|deadline)|_ssl\.c:\d{2,5}: The handshake operation timed out|timed out (?:during|performing|in) (?:the )?(?:TLS |SSL )?handshake|net\/http: TLS handshake timeout|SSLHandshakeException[^\n]{0,80}(?:Read timed out|SocketTimeout)|TLS handshake failed[^\n]{0,60}timed? ?out/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.example.com:27017: _ssl.c:989: The handshake operation timed out',
    },
    {
      driver: 'java',
      pattern:
        /SocketTimeoutException: Read timed out[\s\S]{0,900}SSLSocketImpl\.(?:startHandshake|readHandshakeRecord|performInitialHandshake)|(?:SSLSocketImpl|SSLSocketInputRecord)[\s\S]{0,400}Read timed out/,
      certainty: 'likely',
      weight: 2,
      sample: `com.mongodb.MongoSocketReadTimeoutException: Timeout while receiving message
Caused by: java.net.SocketTimeoutException: Read timed out
\\tat java.base/sun.security.ssl.SSLSocketImpl.startHandshake(SSLSocketImpl.java:440)`,
    },
    {
      driver: 'c',
      pattern: /socket timeout calling \w{3,10} on '/,
      certainty: 'possible',
      weight: 4,
      sample: `[socket timeout calling hello on '127.0.0.1:44069']`,
    },
  ],
}
