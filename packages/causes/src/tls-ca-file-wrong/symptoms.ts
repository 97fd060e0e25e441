import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-ca-file-wrong',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /\bNO_CERTIFICATE_OR_CRL_FOUND\b/,
      certainty: 'certain',
      sample: 'ssl.SSLError: [X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4154)',
    },
    {
      driver: 'go',
      pattern: /the specified CA file does not contain any valid certificates/,
      certainty: 'certain',
      sample: 'error parsing uri: the specified CA file does not contain any valid certificates',
    },
    {
      driver: 'node',
      pattern: /unable to verify the first certificate|UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
  ],
}
