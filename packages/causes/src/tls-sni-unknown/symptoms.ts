import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-sni-unknown',
  confirm:
    'Compare the answer for the configured name with that for a made-up one (`openssl s_client -servername`): the same refusal settles it; then correct the name.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:112',
      certainty: 'likely',
      weight: 3,
      sample: 'tlsv1 unrecognized name:SSL alert number 112',
    },
    {
      driver: 'any',
      pattern: /unrecognized[_ ]name|TLSV1_UNRECOGNIZED_NAME|handshake alert: ?\s?unrecognized_name/i,
      certainty: 'likely',
      weight: 3,
      sample: 'javax.net.ssl.SSLProtocolException: handshake alert: unrecognized_name',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'possible',
      weight: 1,
      sample: 'remote error: tls: internal error',
    },
  ],
}
