import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-sni-unknown',
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:112',
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000458:SSL routines:ssl3_read_bytes:tlsv1 unrecognized name:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 112',
    },
    {
      driver: 'java',
      pattern: /handshake alert:\s{1,2}unrecognized_name/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLProtocolException: handshake alert:  unrecognized_name',
    },
  ],
}
