import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-revocation',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /invalid status response/,
      certainty: 'likely',
      sample:
        "pymongo.errors.ServerSelectionTimeoutError: SSL handshake failed: db.lab.test:27017: [('SSL routines', '', 'invalid status response')]",
    },
    {
      driver: 'go',
      pattern:
        /OCSP verification failed|no OCSP (?:staple|response)|ocsp: (?:Must-Staple|certificate (?:was|is) revoked)/i,
      certainty: 'certain',
      sample:
        'failed to verify certificate: OCSP verification failed: certificate presented by server has been revoked',
    },
    {
      driver: 'java',
      pattern: /Certificate has been revoked, reason|Unable to determine revocation status|No OCSP response/,
      certainty: 'certain',
      sample:
        'java.security.cert.CertPathValidatorException: Certificate has been revoked, reason: KEY_COMPROMISE, revocation date: Mon Jan 05 10:00:00 UTC 2026',
    },
    {
      driver: 'csharp',
      pattern:
        /RevocationStatusUnknown|OfflineRevocation|The revocation (?:function was unable to check|status)|\bRevoked\b/,
      certainty: 'likely',
      sample:
        'The remote certificate is invalid because of errors in the certificate chain: RevocationStatusUnknown, OfflineRevocation',
    },
    {
      driver: 'any',
      pattern: /\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE|REVOKED)\b|0x8009201[0-3]/i,
      certainty: 'certain',
      sample: 'SSL routines: CRYPT_E_REVOCATION_OFFLINE (0x80092013) the revocation server was offline',
    },
    {
      driver: 'any',
      pattern: 'alert:44',
      certainty: 'possible',
      weight: -2,
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_revoked',
    },
    {
      driver: 'mongod',
      pattern:
        /OCSPCertificateStatus(?:Revoked|Unknown)|OCSP (?:response is invalid|certificate was revoked)/,
      certainty: 'certain',
      sample: '"codeName":"OCSPCertificateStatusRevoked"',
    },
  ],
}
