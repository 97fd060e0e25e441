import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-value',
  confirm:
    'Look up the type and the allowed values of the option that the message names, and write it once with such a value.',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /cannot be specified with no value|cannot appear more than once in the connection string|must be (?:one of the following|a (?:positive |non-negative )?(?:integer|number|boolean))|Expected \w{1,60} to be (?:stringified )?(?:int|a boolean|boolean)|can only be specified once|Must be 'true' or 'false'/,
      with: [/Mongo(?:Parse|InvalidArgument|API|Driver|Runtime)\w{0,20}Error|connection ?string|\buri\b/i],
      certainty: 'certain',
      sample: 'MongoAPIError: URI option "connectTimeoutMS" cannot be specified with no value',
    },
    {
      driver: 'node',
      pattern:
        /Invalid (?:read preference|readConcern|write concern|compressor)[ :]|Valid compressors|Invalid serverMonitoringMode|Write concern Object must/i,
      with: [/mongo/i],
      certainty: 'certain',
      sample: 'MongoInvalidArgumentError: Invalid read preference: nearst',
    },
    {
      driver: 'pymongo',
      pattern:
        /(?:must be an? (?:integer|number|boolean)|must be (?:a positive|a non-?negative|one of)|must be >=? ?0|The value of \w{1,60} must be|not a valid read preference|is not a valid (?:read|compress))/,
      with: [/pymongo|mongo|uri/i],
      unless: [/Port must be an integer|host must be|OperationFailure|full error: |Path `|ValidationError/],
      certainty: 'likely',
      sample: `pymongo/common.py ValueError: The value of connectTimeoutMS must be 'true' or 'false'`,
    },
    {
      driver: 'pymongo',
      pattern: /Unsupported value for \w{1,60}/,
      certainty: 'certain',
      yields: true,
      sample: 'UserWarning: Unsupported value for maxpoolsize: -5',
    },
    {
      driver: 'go',
      pattern:
        /invalid (?:value for|time duration|boolean)|(?:connectTimeoutMS|maxPoolSize|w|journal|socketTimeoutMS)[^\n]{0,40}strconv|invalid syntax[^\n]{0,20}(?:TimeoutMS|PoolSize)|must be (?:less|greater) than/,
      with: [/uri|mongo/i],
      certainty: 'likely',
      sample: 'error parsing uri: invalid value for "connectTimeoutMS": "abc"',
    },
    {
      driver: 'java',
      pattern:
        /is not a valid (?:read preference|write concern|integer|value|compressor)|Invalid (?:readPreference|compressor)|is not a valid \w{1,40} value|is not a valid \w{1,20}TimeoutMS/i,
      with: [/mongo|uri|option/i],
      certainty: 'likely',
      sample: `WARNING: 'abc' is not a valid integer value for option connecttimeoutms`,
    },
    {
      driver: 'rust',
      pattern:
        /connection string `?\w{1,60}`? option must be|expected a (?:nonnegative|positive|valid) integer|must be a (?:boolean|nonnegative|non-negative|positive)|duplicate (?:options|keys)/i,
      with: [/connection ?string|invalid argument|\buri\b/i],
      certainty: 'certain',
      sample:
        'Error: Kind: An invalid argument was provided: connection string `connectTimeoutMS` option must be a non-negative integer',
    },
    {
      driver: 'csharp',
      pattern:
        /has an invalid (?:boolean|int|double|TimeSpan|\w{1,20}) value|(?:Multiple|Duplicate) (?:options|keys)/i,
      certainty: 'likely',
      sample:
        'MongoDB.Driver.MongoConfigurationException: connectTimeout has an invalid TimeSpan value of abc.',
    },
    {
      driver: 'c',
      pattern: /Unsupported value for "?(?!appname)\w{1,60}"?:|Invalid value for "?\w{1,60}"?/i,
      certainty: 'likely',
      weight: 2,
      sample: 'Unsupported value for "connecttimeoutms": "abc"',
    },
    {
      driver: 'ruby',
      pattern: /Invalid (?:value|option) (?:for|value)|is not a valid (?:value|read preference)/i,
      with: [/mongo/i],
      certainty: 'likely',
      sample: 'Mongo::Error::InvalidReadOption: Invalid read preference value: nearst',
    },
    {
      driver: 'any',
      pattern:
        /tls\/ssl must be either "?true"? or "?false"?|Must specify proxyHost if other proxy options|The value of \w{1,60} must be an integer/,
      certainty: 'certain',
      sample: 'MongoParseError: tls/ssl must be either "true" or "false"',
    },
    {
      driver: 'node',
      pattern: /\b(?!tls)\w{2,40} must be either "true" or "false"/,
      certainty: 'likely',
      weight: 2,
      sample: 'MongoParseError: retryWrites must be either "true" or "false"',
    },
    {
      driver: 'any',
      pattern:
        /Duplicate URI option|repeated options are not allowed in the connection string|MongoDB URI options are key=value pairs|connection string option is not a 'key=value' pair|Can not mix '&' and ';' for option separators|minPoolSize must be (?:smaller|less)|maxPoolSize must be greater|Connection pool minimum size must not be greater|ensure that it is less than the max size|Cannot set w to 0 and j to True|invalid w and journal pair|write concern cannot have (?:both )?w=0 and j=true|heartbeatFrequencyMS cannot be less than|'heartbeat_freq' must be at least|can only be a positive int value, got|Invalid? ?server monitoring mode|is not a valid server monitoring mode|serverMonitoringMode must be|Must be one of "auto", "stream", or "poll"|zlibCompressionLevel'? (?:cannot|must) be|invalid (?:zlib|zstd) compression level|maxConnecting must be > 0|cannot specify max(?:PoolSize|Connecting)=0|connection string `?\w{1,40}`? argument must be|list provided for \w{1,30} cannot be empty|invalid max_?staleness value|[Rr]ead preference primary cannot be combined|can not specify tags, max staleness|cannot specify options for primary read preference|is not a valid read preference|Unknown read ?preference (?:value|mode)|Not a valid read preference|unknown read preference \w|invalid '(?:connect|directConnection)' value|srvServiceName value must be|invalid proxy port|Invalid proxy port|has an invalid (?:int32|double|boolean|TimeSpan|\w{1,60}) value of/i,
      with: [/mongo|\buri\b|Kind:|kind:/i],
      certainty: 'certain',
      weight: 1,
      sample: "pymongo.errors.InvalidURI: Duplicate URI option 'authSource'.",
    },
    {
      driver: 'java',
      pattern:
        /Unknown uuid representation: |The connection string contains an invalid (?:option '[^'\n]{0,80}'\. '[^'\n]{0,80}' is missing the value delimiter|read preference tag|value for '\w{1,60}')|Read preference mode must be specified if either read preference tags|proxy(?:Port|Username|Password) can only be specified with proxyHost|Both proxyUsername and proxyPassword must be set together|Duplicated values for proxy(?:Host|Port|Username|Password): |proxyPort should be within the valid range|Primary read preference can not also specify|journal is false when w is 0/,
      certainty: 'certain',
      weight: 1,
      sample:
        "java.lang.IllegalArgumentException: The connection string contains an invalid value for 'maxpoolsize'. 'ten' is not a valid integer",
    },
    {
      driver: 'c',
      pattern:
        /\w{3,40} is required to be a non-negative integer, but has value|Cannot set appname: |Empty value provided for "|Invalid localThresholdMS|Overwriting previously provided value for '/,
      certainty: 'likely',
      weight: 1,
      sample: 'Failed to parse MongoDB URI: Empty value provided for "readPreference" (mongoc)',
    },
  ],
}
