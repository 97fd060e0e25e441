import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-no-san',
  confirm:
    'Look for a subjectAltName in the certificate (`openssl x509 -noout -ext subjectAltName`): none settles it; reissue with one.',
  symptoms: [
    {
      driver: 'go',
      pattern: /certificate relies on legacy Common Name field/,
      certainty: 'certain',
      weight: 3,
      sample: 'x509: certificate relies on legacy Common Name field, use SANs instead',
    },
    {
      driver: 'any',
      pattern:
        /(?:no|without|lacks?|missing)[^\n]{0,20}(?:SANs?\b|subject ?alt\w{0,15} ?names?)|no appropriate commonName or subjectAltName fields were found|requires a valid (?:SAN|subjectAltName)/i,
      unless: [/No subject alternative names (?:matching|present)/],
      certainty: 'likely',
      weight: 3,
      sample: 'ssl.CertificateError: no appropriate commonName or subjectAltName fields were found',
    },
    {
      driver: 'java',
      pattern: /No subject alternative (?:DNS )?names? (?:present|matching)/,
      certainty: 'possible',
      weight: 2,
      sample: 'java.security.cert.CertificateException: No subject alternative names present',
    },
    {
      driver: 'mongod',
      pattern:
        /has no (?:SAN|subject alternative name|subjectAlternativeName)|Server certificate has no compatible Subject Alternative Name/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'Server certificate has no compatible Subject Alternative Name. This may prevent TLS clients from connecting',
    },
    {
      driver: 'go',
      pattern: /certificate is not valid for any names/,
      certainty: 'certain',
      weight: 4,
      sample: 'x509: certificate is not valid for any names, but wanted to match db.lab.test',
    },
  ],
}
