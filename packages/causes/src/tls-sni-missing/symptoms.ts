import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-sni-missing',
  symptoms: [
    {
      driver: 'any',
      pattern: /\bno SNI name sent\b/i,
      certainty: 'certain',
      sample: 'MongoServerError: no SNI name sent, make sure using a MongoDB 3.4+ driver/shell.',
    },
    {
      driver: 'node',
      pattern: /UNRECOGNIZED_NAME|tlsv1 unrecognized name|SSL alert number 112\b/i,
      certainty: 'possible',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000458:SSL routines:ssl3_read_bytes:tlsv1 unrecognized name:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 112',
    },
    {
      driver: 'pymongo',
      pattern: /\bTLSV1_UNRECOGNIZED_NAME\b/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: TLSV1_UNRECOGNIZED_NAME] tlsv1 unrecognized name (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Received fatal alert: unrecognized_name/,
      certainty: 'possible',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: unrecognized_name',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: unrecognized name/,
      certainty: 'possible',
      sample: 'remote error: tls: unrecognized name',
    },
  ],
}
