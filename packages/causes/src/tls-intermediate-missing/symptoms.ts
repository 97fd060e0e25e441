import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-intermediate-missing',
  symptoms: [
    {
      driver: 'node',
      pattern: /UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to verify the first certificate/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'pymongo',
      pattern:
        /certificate verify failed: unable to (?:verify the first certificate|get local issuer certificate)/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)',
    },
    {
      driver: 'go',
      pattern: /x509: certificate signed by unknown authority/,
      certainty: 'possible',
      sample: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    },
    {
      driver: 'java',
      pattern: /PKIX path building failed/,
      certainty: 'possible',
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    },
  ],
}
