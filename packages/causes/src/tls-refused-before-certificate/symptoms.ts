import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-refused-before-certificate',
  symptoms: [
    {
      driver: 'node',
      pattern: /ALERT_INTERNAL_ERROR|tlsv1 alert internal error|SSL alert number 80\b/i,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 80',
    },
    {
      driver: 'pymongo',
      pattern: /\bTLSV1_ALERT_INTERNAL_ERROR\b/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Received fatal alert: internal_error/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLException: Received fatal alert: internal_error',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: internal error/,
      certainty: 'likely',
      sample: 'remote error: tls: internal error',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: access denied|tlsv1 alert access denied|fatal alert: access_denied/i,
      certainty: 'likely',
      sample: 'remote error: tls: access denied',
    },
    {
      driver: 'compass',
      pattern: /TLSV1_ALERT_INTERNAL_ERROR\(tls_record/,
      certainty: 'likely',
      sample:
        '1234567890:error:10000438:SSL routines:OPENSSL_internal:TLSV1_ALERT_INTERNAL_ERROR(tls_record.cc:592)',
    },
    {
      driver: 'any',
      pattern: /(?:^|[^\d])-9838\b/,
      certainty: 'likely',
      sample: 'SSL handshake failed: error -9838',
    },
    {
      driver: 'node',
      pattern: /Client network socket disconnected before secure TLS connection/,
      certainty: 'possible',
      sample:
        'MongoServerSelectionError: Client network socket disconnected before secure TLS connection was established',
    },
    {
      driver: 'rust',
      pattern: /tls handshake eof|unexpected end of file/,
      certainty: 'possible',
      sample: 'Kind: I/O error: unexpected end of file',
    },
  ],
}
