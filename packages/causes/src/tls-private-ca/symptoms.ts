import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-private-ca',
  confirm: `Look at the issuer of the certificate (\`openssl s_client -connect HOST:27017 -showcerts\`): an authority of one's own, then give its certificate as tlsCAFile; a public one, then the store is old or a certificate is missing.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      unless: ['host:atlas', 'verify:self-signed-leaf'],
      certainty: 'likely',
      weight: 1,
      sample:
        'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    },
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'MongoServerSelectionError: self-signed certificate in certificate chain',
    },
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      unless: ['host:atlas'],
      certainty: 'likely',
      sample: 'MongoServerSelectionError: unable to get local issuer certificate',
    },
    {
      driver: 'node',
      pattern: 'verify:leaf',
      unless: ['host:atlas'],
      certainty: 'likely',
      weight: -1,
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      certainty: 'possible',
      weight: 2,
      sample: 'self-signed certificate in certificate chain cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      certainty: 'possible',
      weight: 2,
      sample: 'x509: certificate signed by unknown authority',
    },
    {
      driver: 'any',
      pattern: 'verify:failed',
      with: ['host:documentdb'],
      unless: ['verify:name', 'verify:expired'],
      certainty: 'likely',
      weight: 3,
      sample:
        'docdb cluster: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: 'verify:failed',
      unless: ['verify:name', 'verify:expired', 'verify:not-yet-valid'],
      certainty: 'possible',
      sample: '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
    },
    {
      driver: 'csharp',
      pattern: /RemoteCertificateChainErrors|The remote certificate (?:is|was) (?:invalid|rejected)/,
      unless: ['host:atlas', /NameMismatch|NotTimeValid/],
      certainty: 'likely',
      sample:
        'System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure: RemoteCertificateChainErrors',
    },
    {
      driver: 'ruby',
      pattern: /certificate verify failed \((?:unable to get|self.signed certificate in)/,
      unless: ['host:atlas'],
      certainty: 'likely',
      sample:
        'OpenSSL::SSL::SSLError: SSL_connect returned=1 errno=0 state=error: certificate verify failed (unable to get local issuer certificate)',
    },
    {
      driver: 'ruby',
      // Older releases say this of every handshake that fails.
      pattern: /SSL handshake failed\. MongoDB may not be configured with SSL support/,
      certainty: 'possible',
      weight: 3,
      sample: 'MONGODB | SSL handshake failed. MongoDB may not be configured with SSL support.',
    },
    {
      driver: 'perl',
      pattern: /SSL connect attempt failed error:0A000086/,
      certainty: 'possible',
      weight: 4,
      sample:
        'MongoDB::HandshakeError: SSL connection failed for db.lab.test: SSL connect attempt failed error:0A000086:SSL routines::certificate verify failed',
    },
    {
      driver: 'mongod',
      pattern: 'alert:48',
      with: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 3,
      sample:
        'Error receiving request from client: SSLHandshakeFailed: SSL handshake failed: error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca. Ending connection from 10.0.0.9:5512 (connection id: 5)',
    },
    {
      driver: 'mongod',
      pattern: 'alert:46',
      with: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 3,
      sample:
        'Error receiving request from client: SSLHandshakeFailed: SSL handshake failed: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown. Ending connection from 10.0.0.9:5512 (connection id: 5)',
    },
    {
      driver: 'mongod',
      pattern: 'alert:42',
      with: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 2,
      sample:
        'Error receiving request from client: SSLHandshakeFailed: SSL handshake failed: error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate. Ending connection from 10.0.0.9:5512 (connection id: 5)',
    },
    {
      driver: 'c',
      pattern: /TLS handshake failed: Failed certificate verification(?!: hostname)/,
      certainty: 'likely',
      weight: 5,
      sample: "TLS handshake failed: Failed certificate verification calling hello on 'db.example.net:27017'",
    },
  ],
}
