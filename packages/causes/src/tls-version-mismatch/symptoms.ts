import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-version-mismatch',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /ALERT_PROTOCOL_VERSION|tlsv1 alert protocol version|ERR_SSL_UNSUPPORTED_PROTOCOL|SSL alert number 70\b/i,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 70',
    },
    {
      driver: 'pymongo',
      pattern: /\bTLSV1_ALERT_PROTOCOL_VERSION\b|\[SSL: UNSUPPORTED_PROTOCOL\]/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Received fatal alert: protocol_version/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: protocol version not supported/,
      certainty: 'likely',
      sample: 'remote error: tls: protocol version not supported',
    },
  ],
}
