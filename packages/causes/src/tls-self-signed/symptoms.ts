import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-self-signed',
  symptoms: [
    {
      driver: 'node',
      pattern: /DEPTH_ZERO_SELF_SIGNED_CERT|(?:^|: )self[- ]signed certificate\s*$/m,
      certainty: 'certain',
      sample: 'MongoServerSelectionError: self-signed certificate',
    },
    {
      driver: 'pymongo',
      pattern: /certificate verify failed: self[- ]signed certificate (?!in certificate chain)/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006)',
    },
    {
      driver: 'go',
      pattern:
        /certificate signed by unknown authority \(possibly because of "x509: invalid signature: parent certificate cannot sign/,
      certainty: 'likely',
      sample:
        'tls: failed to verify certificate: x509: certificate signed by unknown authority (possibly because of "x509: invalid signature: parent certificate cannot sign this kind of certificate" while trying to verify candidate authority certificate "localhost")',
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
