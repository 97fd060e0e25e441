import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-not-yet-valid',
  symptoms: [
    {
      driver: 'node',
      pattern: /CERT_NOT_YET_VALID|(?:^|: )certificate is not yet valid/m,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: certificate is not yet valid',
    },
    {
      driver: 'pymongo',
      pattern: /certificate verify failed: certificate is not yet valid/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate is not yet valid (_ssl.c:1006)',
    },
    {
      driver: 'go',
      pattern: /certificate has expired or is not yet valid: current time [^\s]{1,40} is before/,
      certainty: 'certain',
      sample:
        'tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-24T16:49:44Z is before 2026-11-25T16:49:06Z',
    },
    {
      driver: 'java',
      pattern: /CertPathValidatorException: validity check failed|CertificateNotYetValidException/,
      certainty: 'possible',
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
    },
  ],
}
