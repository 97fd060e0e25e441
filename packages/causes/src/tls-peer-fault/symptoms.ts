import type { Symptoms } from '@mongowhy/core'

const confirm =
  'Other members take the same hello, or the same member takes it at other times or in TLS 1.2 alone.'

export const symptoms: Symptoms = {
  code: 'tls-peer-fault',
  confirm,
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'possible',
      weight: -3,
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1605:SSL alert number 80',
    },
    {
      driver: 'any',
      pattern: 'alert:20',
      certainty: 'likely',
      sample: 'remote error: tls: bad record MAC',
    },
    {
      driver: 'any',
      pattern: 'alert:50',
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: decode_error',
    },
    {
      driver: 'any',
      pattern: 'alert:47',
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: illegal_parameter',
    },
    {
      driver: 'any',
      pattern: /decryption failed or bad record mac|DECRYPTION_FAILED_OR_BAD_RECORD_MAC/i,
      certainty: 'likely',
      sample:
        'ssl.SSLError: [SSL: DECRYPTION_FAILED_OR_BAD_RECORD_MAC] decryption failed or bad record mac (_ssl.c:2548)',
    },
  ],
}
