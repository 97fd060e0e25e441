import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-certificate-unfit',
  symptoms: [
    {
      driver: 'node',
      pattern: /\bINVALID_PURPOSE\b|unsu(?:ita|ppor)(?:ble|ted) certificate purpose/,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: unsuitable certificate purpose',
    },
    {
      driver: 'any',
      pattern: /EE certificate key too weak|CA certificate key too weak|EE_KEY_TOO_SMALL|ee key too small/i,
      certainty: 'certain',
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: EE certificate key too weak (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: /CA signature digest algorithm too weak|CA_MD_TOO_WEAK|ca md too weak/i,
      certainty: 'certain',
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: CA signature digest algorithm too weak (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: /permitted subtree violation|excluded subtree violation/i,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: permitted subtree violation',
    },
    {
      driver: 'any',
      pattern: /invalid CA certificate|\bINVALID_CA\b|key usage does not include certificate signing/i,
      certainty: 'likely',
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: invalid CA certificate (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: /path length constraint exceeded|PATH_LENGTH_EXCEEDED/i,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: path length constraint exceeded',
    },
    {
      driver: 'any',
      pattern: /CERT_SIGNATURE_FAILURE|certificate signature failure/i,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: certificate signature failure',
    },
    {
      driver: 'go',
      pattern:
        /x509: certificate specifies an incompatible key usage|insecure algorithm SHA1-RSA|is not authorized to sign for this name|not authorized to sign other certificates|too many intermediates for path length constraint/,
      certainty: 'certain',
      sample: 'tls: failed to verify certificate: x509: certificate specifies an incompatible key usage',
    },
    {
      driver: 'java',
      pattern:
        /Extended key usage does not permit use for TLS server authentication|Algorithm constraints check failed on|does not comply to algorithm constraints|is not a CA certificate/,
      certainty: 'certain',
      sample:
        'sun.security.validator.ValidatorException: Extended key usage does not permit use for TLS server authentication',
    },
    {
      driver: 'node',
      pattern: /^(?:\w{1,60}: )?UNSPECIFIED$/m,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: UNSPECIFIED',
    },
  ],
}
