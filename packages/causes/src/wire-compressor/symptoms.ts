import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-compressor',
  confirm: `Install the compressor's package on the client, or name one that both sides have (zlib needs none in most drivers).`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:Optional module `?(?:snappy|@mongodb-js\/zstd)`?|\b(?:snappy|zstd|zlib)\b)[^\n]{0,60}(?:not found|not (?:available|supported|installed|enabled)|unsupported|unknown compressor|disabled)|[Uu]nsupported compressor|UnsupportedCompressor|[Wire]{0,4} ?[Cc]ompression (?:with|support)[^\n]{0,80}(?:disabled|not|requires)|requires the (?:python-)?snappy|Compressor[^\n]{0,60}(?:not|unknown|invalid)/,
      with: [/snappy|zstd|zlib|compress/],
      unless: [/Can't resolve '/],
      certainty: 'likely',
      weight: 5,
      sample:
        'UserWarning: Wire protocol compression with snappy is not available. You must install the python-snappy module for snappy support.',
    },
    {
      driver: 'node',
      pattern:
        /is not a valid compression mechanism|[Uu]nsupported compressor|NoClassDefFoundError: (?:org\/xerial\/snappy|com\/github\/luben\/zstd)|ClassNotFoundException: (?:org\.xerial\.snappy|com\.github\.luben\.zstd)/,
      certainty: 'likely',
      weight: 5,
      sample:
        'MongoInvalidArgumentError: lz4 is not a valid compression mechanism. Must be one of: none,snappy,zlib,zstd.',
    },
    {
      driver: 'java',
      pattern:
        /NoClassDefFoundError: (?:org\/xerial\/snappy|com\/github\/luben\/zstd)|ClassNotFoundException: (?:org\.xerial\.snappy|com\.github\.luben\.zstd)/,
      certainty: 'likely',
      weight: 5,
      sample: 'java.lang.NoClassDefFoundError: org/xerial/snappy/Snappy',
    },
    {
      driver: 'java',
      pattern: /Unexpected compressor negotiated: \w{1,20}/,
      certainty: 'likely',
      weight: 5,
      sample: 'com.mongodb.MongoInternalException: Unexpected compressor negotiated: snappy',
    },
    {
      driver: 'rust',
      // Built without the feature, the driver does not know the option at all.
      pattern: /compressors is an invalid option/,
      certainty: 'likely',
      weight: 6,
      sample:
        'Error { kind: InvalidArgument { message: "compressors is an invalid option. An option with a similar name exists: compressors" }',
    },
    {
      driver: 'perl',
      pattern: /Compress::\w{2,20} must be installed to support \w{2,20} compression/,
      certainty: 'likely',
      weight: 5,
      sample: 'MongoDB::UsageError: Compress::Snappy must be installed to support snappy compression',
    },
    {
      driver: 'c',
      pattern: /Could not decompress (?:server reply|message from server)/,
      certainty: 'likely',
      weight: 2,
      sample: 'mongoc: Could not decompress server reply',
    },
  ],
}
