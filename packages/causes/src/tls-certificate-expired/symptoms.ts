import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-expired',
  symptoms: [
    {
      driver: 'node',
      pattern: /CERT_HAS_EXPIRED|(?:^|: )certificate has expired/m,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: certificate has expired',
    },
    {
      driver: 'pymongo',
      pattern: /certificate verify failed: certificate has expired/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)',
    },
    {
      driver: 'go',
      pattern: /certificate has expired or is not yet valid: current time [^\s]{1,40} is after/,
      certainty: 'certain',
      sample:
        'tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-24T16:49:44Z is after 2026-11-23T16:49:06Z',
    },
    {
      driver: 'java',
      pattern: /CertPathValidatorException: validity check failed|CertificateExpiredException/,
      certainty: 'likely',
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
    },
  ],
}
