import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-not-yet-valid',
  confirm: `Compare \`date -u\` with a trusted clock first; right, then the certificate's notBefore lies ahead: wait or reissue.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:not-yet-valid',
      unless: [/current time (?:19\d\d|200\d|201[0-5])/],
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerSelectionError: certificate is not yet valid',
    },
    {
      driver: 'java',
      pattern: /CertPathValidatorException: validity check failed/,
      certainty: 'possible',
      weight: 1,
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
    },
  ],
}
