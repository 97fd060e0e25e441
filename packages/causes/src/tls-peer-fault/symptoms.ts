import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-peer-fault',
  confirm:
    'Repeat the handshake with each member and with another TLS stack: one member or one stack only, then it is theirs; note time and member for a ticket.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:80',
      certainty: 'possible',
      sample: 'remote error: tls: internal error',
    },
    {
      driver: 'any',
      pattern:
        /alert (?:bad record mac|decode error|illegal parameter|decrypt error|unexpected message)|alert number (?:20|47|50|51|10)\b|SSLV3_ALERT_(?:BAD_RECORD_MAC|ILLEGAL_PARAMETER|DECRYPT_ERROR|UNEXPECTED_MESSAGE)|TLSV1_ALERT_(?:DECODE_ERROR|DECRYPT_ERROR)|Received fatal alert: (?:bad_record_mac|decode_error|illegal_parameter|decrypt_error|unexpected_message)|remote error: tls: (?:illegal parameter|error decoding message|bad record MAC|unexpected message)/i,
      certainty: 'likely',
      weight: 1,
      sample: 'javax.net.ssl.SSLException: Received fatal alert: bad_record_mac',
    },
    {
      driver: 'any',
      pattern:
        /DECRYPTION_FAILED_OR_BAD_RECORD_MAC|decryption failed or bad record mac|bad record mac|Tag mismatch/i,
      certainty: 'likely',
      sample:
        'ssl.SSLError: [SSL: DECRYPTION_FAILED_OR_BAD_RECORD_MAC] decryption failed or bad record mac (_ssl.c:2580)',
    },
  ],
}
