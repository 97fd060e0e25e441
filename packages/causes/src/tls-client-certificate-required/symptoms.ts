import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-certificate-required',
  symptoms: [
    {
      driver: 'node',
      pattern: /ALERT_CERTIFICATE_REQUIRED|tlsv13 alert certificate required|SSL alert number 116\b/i,
      certainty: 'certain',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 116',
    },
    {
      driver: 'pymongo',
      pattern: /\bTLSV13_ALERT_CERTIFICATE_REQUIRED\b/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED] tlsv13 alert certificate required (_ssl.c:2580)',
    },
    {
      driver: 'java',
      pattern: /Received fatal alert: certificate_required/,
      certainty: 'certain',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_required',
    },
    {
      driver: 'go',
      pattern: /remote error: tls: certificate required/,
      certainty: 'certain',
      sample: 'remote error: tls: certificate required',
    },
    {
      driver: 'any',
      pattern: /No SSL certificate provided by peer; connection rejected/,
      certainty: 'certain',
      sample: 'No SSL certificate provided by peer; connection rejected',
    },
    {
      driver: 'node',
      pattern: /sslv3 alert handshake failure|SSL alert number 40\b/,
      certainty: 'possible',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 40',
    },
  ],
}
