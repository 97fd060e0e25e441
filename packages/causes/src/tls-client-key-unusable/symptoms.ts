import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-key-unusable',
  symptoms: [
    {
      driver: 'node',
      pattern: /x509 certificate routines::key values mismatch|ERR_OSSL_X509_KEY_VALUES_MISMATCH/,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: error:05800074:x509 certificate routines::key values mismatch',
    },
    {
      driver: 'node',
      pattern: /Provider routines::bad decrypt|ERR_OSSL_BAD_DECRYPT/,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: error:1C800064:Provider routines::bad decrypt',
    },
    {
      driver: 'node',
      pattern: /DECODER routines::unsupported|PEM routines::no start line/,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: error:1E08010C:DECODER routines::unsupported',
    },
    {
      driver: 'pymongo',
      pattern: /\[X509: KEY_VALUES_MISMATCH\]|Private key doesn't match certificate|\[SSL\] PEM lib/,
      certainty: 'certain',
      sample:
        "pymongo.errors.ConfigurationError: Private key doesn't match certificate: [X509: KEY_VALUES_MISMATCH] key values mismatch (_ssl.c:3926)",
    },
    {
      driver: 'go',
      pattern: /tls: private key does not match public key|failed to find (?:CERTIFICATE|PRIVATE KEY)/,
      certainty: 'certain',
      sample: 'tls: private key does not match public key',
    },
  ],
}
