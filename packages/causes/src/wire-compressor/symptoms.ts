import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-compressor',
  symptoms: [
    {
      driver: 'node',
      pattern: /Optional module `?(?:snappy|@mongodb-js\/zstd)`? not found/,
      certainty: 'certain',
      sample:
        'MongoMissingDependencyError: Optional module `snappy` not found. Please install it to enable snappy compression',
    },
    {
      driver: 'node',
      pattern: /is not a valid compression mechanism\. Must be one of/,
      certainty: 'certain',
      sample:
        'MongoInvalidArgumentError: lz4 is not a valid compression mechanism. Must be one of: none,snappy,zlib,zstd.',
    },
    {
      driver: 'node',
      pattern: /Server sent message compressed using an unsupported compressor/,
      certainty: 'certain',
      sample:
        'MongoDecompressionError: Server sent message compressed using an unsupported compressor. (Received compressor ID 3)',
    },
    {
      driver: 'pymongo',
      pattern:
        /Unsupported compressor: \S{1,40}|Wire protocol compression with (?:snappy|zstandard) is not available/,
      certainty: 'certain',
      sample:
        'UserWarning: Wire protocol compression with snappy is not available. You must install the python-snappy module for snappy support.',
    },
    {
      driver: 'java',
      pattern: /java\.lang\.NoClassDefFoundError: (?:org\/xerial\/snappy|com\/github\/luben\/zstd)/,
      certainty: 'certain',
      sample: 'java.lang.NoClassDefFoundError: org/xerial/snappy/Snappy',
    },
  ],
}
