import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-no-common-cipher',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /ALERT_HANDSHAKE_FAILURE|sslv3 alert handshake failure|SSL alert number 40\b|ERR_SSL_DH_KEY_TOO_SMALL/i,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 40',
    },
    {
      driver: 'pymongo',
      pattern: /\bSSLV3_ALERT_HANDSHAKE_FAILURE\b|\bDH_KEY_TOO_SMALL\b/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Received fatal alert: (?:handshake_failure|insufficient_security)/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: (?:handshake failure|insufficient security level)/,
      certainty: 'likely',
      sample: 'remote error: tls: handshake failure',
    },
  ],
}
