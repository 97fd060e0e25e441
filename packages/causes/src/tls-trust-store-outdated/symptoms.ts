import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-trust-store-outdated',
  confirm: `Verify the server's chain with a current set of roots (\`python -m certifi\`, a new image, Node's bundled ones): it passes, then update the store that failed.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 2,
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1129) cluster0-shard-00-00.ab1cd.mongodb.net:27017',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 1,
      sample: 'PKIX path building failed ... cluster0-shard-00-00.ab1cd.mongodb.net:27017',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 3,
      sample:
        'certificate verify failed: certificate has expired cluster0-shard-00-00.ab1cd.mongodb.net:27017',
    },
    {
      driver: 'any',
      pattern:
        /certifi\b|Install Certificates\.command|ca-certificates|distroless|\balpine\b|\bISRG\b|DST Root|Let'?s Encrypt|GTS R\d|update-ca-/i,
      with: [
        /certificate verify failed|CERTIFICATE_VERIFY_FAILED|unknown authority|PKIX|has expired|local issuer|UnknownIssuer|self.signed/i,
      ],
      certainty: 'likely',
      weight: 2,
      sample:
        'MacOS python: CERTIFICATE_VERIFY_FAILED unable to get local issuer certificate, run Install Certificates.command',
    },
    {
      driver: 'any',
      pattern:
        /system roots? (?:are|is|unavailable)|failed to load system roots|no (?:valid )?(?:root|ca) certificates? (?:found|loaded)|the trustAnchors parameter must be non-empty|error setting certificate verify locations/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      with: ['date:dst-root-expired'],
      certainty: 'likely',
      weight: 7,
      sample: '2021-10-01T08:00:00Z MongoServerSelectionError: certificate has expired',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      with: ['version:openssl-expired-root'],
      certainty: 'likely',
      weight: 7,
      sample:
        'OpenSSL 1.0.2g: pymongo: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      with: ['version:jdk-old-roots'],
      certainty: 'likely',
      weight: 4,
      sample:
        'java.version=1.8.0_92 com.mongodb: PKIX path building failed: unable to find valid certification path to requested target',
    },
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      certainty: 'possible',
      weight: 3,
      sample: 'certificate verify failed: unable to get local issuer certificate (_ssl.c:1129)',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      certainty: 'possible',
      weight: 1,
      sample: 'x509: certificate signed by unknown authority',
    },
    {
      driver: 'any',
      pattern: 'verify:failed',
      with: ['host:atlas'],
      unless: [
        'verify:name',
        'verify:expired',
        'verify:not-yet-valid',
        'verify:self-signed-leaf',
        'verify:self-signed-chain',
      ],
      certainty: 'likely',
      weight: 1,
      sample: `[TLS handshake failed: error:14090086:SSL routines:ssl3_get_server_certificate:certificate verify failed calling ismaster on 'cluster0-shard-00-00-ab1cd.mongodb.net:27017']`,
    },
    {
      driver: 'pymongo',
      pattern: /no system CA certificates could be loaded/,
      certainty: 'certain',
      weight: 2,
      sample:
        'tlsAllowInvalidCertificates is False but no system CA certificates could be loaded. Please install the certifi package',
    },
  ],
}
