import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-module-missing',
  symptoms: [
    {
      driver: 'node',
      pattern: /Optional module `[@\w/-]{1,60}` not found/,
      certainty: 'certain',
      sample:
        'MongoMissingDependencyError: Optional module `kerberos` not found. Please install it to enable kerberos authentication',
    },
    {
      driver: 'node',
      pattern:
        /optional module `@mongodb-js\/zstd` not found|Auto-encryption requested, but the module is not installed/,
      certainty: 'certain',
      sample:
        'MongoMissingDependencyError: Built-in zstd is unavailable (requires Node.js 22.15.0 or later) and optional module `@mongodb-js/zstd` not found. Please upgrade Node.js or install `@mongodb-js/zstd` to enable zstd compression',
    },
    {
      driver: 'pymongo',
      pattern:
        /The "kerberos" module must be installed to use GSSAPI|MONGODB-AWS authentication requires pymongo-auth-aws/,
      certainty: 'certain',
      sample:
        'pymongo.errors.ConfigurationError: The "kerberos" module must be installed to use GSSAPI authentication.',
    },
    {
      driver: 'pymongo',
      pattern: /Wire protocol compression with (?:snappy|zstandard|zlib) is not available/,
      certainty: 'certain',
      sample:
        'UserWarning: Wire protocol compression with snappy is not available. You must install the python-snappy module for snappy support.',
    },
    {
      driver: 'java',
      pattern:
        /NoClassDefFoundError: (?:org\/xerial\/snappy|com\/github\/luben\/zstd|software\/amazon\/awssdk)/,
      certainty: 'certain',
      sample: 'java.lang.NoClassDefFoundError: org/xerial/snappy/Snappy',
    },
  ],
}
