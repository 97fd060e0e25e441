import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-clock-wrong',
  symptoms: [
    {
      driver: 'node',
      pattern: /\bCERT_NOT_YET_VALID\b|certificate is not yet valid/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: certificate is not yet valid',
    },
    {
      driver: 'pymongo',
      pattern: /CERTIFICATE_VERIFY_FAILED\] certificate verify failed: certificate is not yet valid/,
      certainty: 'likely',
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate is not yet valid (_ssl.c:1007)',
    },
    {
      driver: 'go',
      pattern: /x509: certificate has expired or is not yet valid: current time \S{10,40} is (before|after)/,
      certainty: 'possible',
      sample:
        'x509: certificate has expired or is not yet valid: current time 2020-01-01T00:00:00Z is before 2026-01-01T00:00:00Z',
    },
    {
      driver: 'java',
      pattern: /CertificateNotYetValidException/,
      certainty: 'likely',
      sample: 'java.security.cert.CertificateNotYetValidException: NotBefore: Thu Jan 01 00:00:00 UTC 2026',
    },
    {
      driver: 'any',
      pattern: /Signature (?:expired|not yet current): |Clock skew too great|KRB_AP_ERR_SKEW/,
      certainty: 'certain',
      sample:
        'GSSAPI Error: Unspecified GSS failure. Minor code may provide more information (Clock skew too great)',
    },
  ],
}
