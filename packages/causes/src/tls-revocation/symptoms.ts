import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-revocation',
  confirm:
    'Ask the responder that the certificate names from this machine; set tlsDisableOCSPEndpointCheck=true once, only to see whether it changes the outcome, then open the way to the responder.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /certificate (?:is |has been |was )?revoked|CertificateRevokedException|RevocationStatusUnknown|OfflineRevocation|UNABLE_TO_GET_CRL|unable to get certificate CRL|CRL[^\n]{0,40}(?:not found|expired|unavailable)|Unable to determine revocation status|UndeterminedRevocationStatus|revocation (?:function|status|check)[^\n]{0,60}(?:unable|unknown|fail\w{0,3}|offline)|-2146885613|0x80092012|0x80092013|CRYPT_E_(?:NO_REVOCATION|REVOCATION_OFFLINE)|CSSMERR_TP_CERT_REVOKED|\bCERT_REVOKED\b/i,
      unless: ['alert:44', /alert certificate revoked/i],
      certainty: 'certain',
      weight: 2,
      sample:
        'java.security.cert.CertPathValidatorException: Unable to determine revocation status due to network error',
    },
    {
      driver: 'any',
      pattern:
        /\bOCSP\b[^\n]{0,160}(?:fail\w{0,3}|error|timed? ?out|refused|invalid|unknown|revoked|cannot|could not|unable|no response|not )|InvalidSSLConfiguration: OCSP|must.?staple|\bRevoked\b/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'SSL peer certificate validation failed: OCSP response: could not get a response from the responder',
    },
    {
      driver: 'c',
      pattern:
        /Failed OCSP verification|OCSP response (?:has expired|failed verification)|Soft-fail: No OCSP responder/,
      certainty: 'likely',
      weight: 5,
      sample: 'TLS handshake failed: Failed OCSP verification (mongoc)',
    },
  ],
}
