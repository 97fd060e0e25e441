import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-intermediate-missing',
  confirm:
    'Count the certificates that the server sends (`openssl s_client -showcerts`): one only, issued by no root, settles it.',
  symptoms: [
    {
      driver: 'node',
      pattern: 'verify:leaf',
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'any',
      pattern: 'verify:leaf',
      certainty: 'possible',
      weight: 2,
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      unless: ['host:atlas'],
      certainty: 'possible',
      weight: 1,
      sample: 'certificate verify failed: unable to get local issuer certificate',
    },
    {
      driver: 'csharp',
      pattern: /PartialChain/,
      certainty: 'likely',
      sample: 'RemoteCertificateChainErrors: PartialChain',
    },
  ],
}
