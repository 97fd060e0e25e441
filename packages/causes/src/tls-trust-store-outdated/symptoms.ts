import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-trust-store-outdated',
  confirm: 'The same host verifies from an up-to-date machine, with the same issuer.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary, Servers: [{ Addr: cluster0-shard-00-00.ab1cd.mongodb.net:27017, Type: Unknown, Last error: tls: failed to verify certificate: x509: certificate signed by unknown authority }, ] }',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern: /\bDST Root CA X3\b/,
      certainty: 'certain',
      sample:
        'verify error:num=10:certificate has expired; depth=3 O = Digital Signature Trust Co., CN = DST Root CA X3',
    },
  ],
}
