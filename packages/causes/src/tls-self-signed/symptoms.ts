import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-self-signed',
  confirm:
    'Look at the certificate: subject and issuer alike settle it; give it (or better, one from an authority of yours) to the client as tlsCAFile.',
  symptoms: [
    {
      driver: 'any',
      pattern: /DEPTH_ZERO_SELF_SIGNED_CERT|self[- ]signed certificate(?! in)/i,
      unless: ['verify:self-signed-chain'],
      certainty: 'certain',
      weight: 2,
      sample: 'MongoServerSelectionError: self signed certificate',
    },
    {
      driver: 'any',
      pattern: 'verify:self-signed-leaf',
      unless: ['verify:self-signed-chain'],
      certainty: 'likely',
      sample: 'certificate verify failed (self signed certificate)',
    },
    {
      driver: 'go',
      pattern: /x509: certificate signed by unknown authority/,
      certainty: 'possible',
      weight: 1,
      sample: 'x509: certificate signed by unknown authority',
    },
    {
      driver: 'java',
      pattern: /PKIX path building failed/,
      certainty: 'possible',
      weight: 1,
      sample: 'PKIX path building failed: unable to find valid certification path to requested target',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      certainty: 'possible',
      sample: 'UntrustedRoot',
    },
  ],
}
