import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-certificate-rejected',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /alert unknown ca|alert bad certificate|alert certificate (?:expired|revoked|unknown)|alert unsupported certificate|SSL alert number 4[2-68]\b/i,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 48',
    },
    {
      driver: 'pymongo',
      pattern:
        /\b(?:TLSV1_ALERT_UNKNOWN_CA|SSLV3_ALERT_(?:BAD_CERTIFICATE|CERTIFICATE_EXPIRED|CERTIFICATE_REVOKED|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE))\b/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: SSLV3_ALERT_CERTIFICATE_EXPIRED] sslv3 alert certificate expired (_ssl.c:2580)',
    },
    {
      driver: 'java',
      pattern:
        /Received fatal alert: (?:unknown_ca|bad_certificate|certificate_expired|certificate_revoked|certificate_unknown|unsupported_certificate)/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: unknown_ca',
    },
    {
      driver: 'go',
      pattern:
        /remote error: tls: (?:unknown certificate authority|bad certificate|expired certificate|revoked certificate|unknown certificate|unsupported certificate)/,
      certainty: 'likely',
      sample: 'remote error: tls: unknown certificate authority',
    },
    {
      driver: 'any',
      pattern: /SSL peer certificate validation failed/,
      certainty: 'certain',
      sample:
        'SSLHandshakeFailed: SSL peer certificate validation failed: unable to get local issuer certificate',
    },
  ],
}
