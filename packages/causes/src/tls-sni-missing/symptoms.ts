import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-sni-missing',
  confirm: `Connect with the host's name instead of an address (or through a driver that sends the name): a certificate then settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern: /no SNI name sent/,
      certainty: 'certain',
      weight: 3,
      sample: 'OperationFailure: no SNI name sent, make sure using a MongoDB 3.4+ driver/shell.',
    },
    {
      driver: 'any',
      pattern:
        /(?:\d{1,3}\.){3}\d{1,3}:\d{2,5}[^\n]{0,200}(?:alert internal error|ALERT_INTERNAL_ERROR|alert number (?:80|112)|internal_error|unrecognized name)/i,
      certainty: 'likely',
      weight: 4,
      sample: '203.0.113.9:27017: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1129)',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'possible',
      weight: 2,
      sample: 'error:0A000438:SSL routines::tlsv1 alert internal error:SSL alert number 80',
    },
    {
      driver: 'any',
      pattern: 'alert:112',
      certainty: 'possible',
      weight: 2,
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: unrecognized_name',
    },
    {
      driver: 'any',
      pattern: 'alert:80',
      with: ['topology:address'],
      certainty: 'likely',
      weight: 4,
      sample: `'servers: Map(1) { '203.0.113.9:27017' => ServerDescription { type: 'Unknown', error: MongoNetworkError: tlsv1 alert internal error:SSL alert number 80`,
    },
  ],
}
