import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-no-san',
  symptoms: [
    {
      driver: 'go',
      pattern: /certificate relies on legacy Common Name field/,
      certainty: 'certain',
      sample:
        'tls: failed to verify certificate: x509: certificate relies on legacy Common Name field, use SANs instead',
    },
    {
      driver: 'go',
      pattern: /certificate is not valid for any names, but wanted to match/,
      certainty: 'certain',
      sample: 'x509: certificate is not valid for any names, but wanted to match db.lab.test',
    },
    {
      driver: 'java',
      pattern: /No subject alternative names present/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLHandshakeException: No subject alternative names present',
    },
    {
      driver: 'pymongo',
      pattern: /no appropriate (?:commonName or )?subjectAltName fields were found/,
      certainty: 'certain',
      sample: 'ssl.CertificateError: no appropriate subjectAltName fields were found',
    },
  ],
}
