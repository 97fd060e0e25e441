import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-private-ca',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /SELF_SIGNED_CERT_IN_CHAIN|self-signed certificate in certificate chain|self signed certificate in certificate chain/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: self-signed certificate in certificate chain',
    },
    {
      driver: 'node',
      pattern: /UNABLE_TO_GET_ISSUER_CERT_LOCALLY|unable to get local issuer certificate/,
      certainty: 'likely',
      sample: 'MongoServerSelectionError: unable to get local issuer certificate',
    },
    {
      driver: 'node',
      pattern: /UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to verify the first certificate/,
      certainty: 'possible',
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'pymongo',
      pattern:
        /certificate verify failed: (?:unable to get local issuer certificate|self[- ]signed certificate in certificate chain)/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)',
    },
    {
      driver: 'go',
      pattern: /x509: certificate signed by unknown authority/,
      certainty: 'likely',
      sample: 'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    },
    {
      driver: 'java',
      pattern: /PKIX path building failed/,
      certainty: 'likely',
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    },
  ],
}
