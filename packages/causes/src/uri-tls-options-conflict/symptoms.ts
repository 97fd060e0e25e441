import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-tls-options-conflict',
  confirm: 'Keep one of the options named and remove the other; tls and ssl are the same option.',
  symptoms: [
    {
      driver: 'node',
      pattern: /All values of (?:tls\/ssl|`tls` and `ssl`) must be the same/,
      certainty: 'certain',
      sample: 'MongoParseError: All values of tls/ssl must be the same.',
    },
    {
      driver: 'node',
      pattern:
        /'?(?:tlsInsecure|tlsAllowInvalidCertificates|tlsDisable\w{1,40})'? option cannot be used with/,
      certainty: 'certain',
      sample: `MongoAPIError: The 'tlsInsecure' option cannot be used with the 'tlsAllowInvalidCertificates' option`,
    },
    {
      driver: 'pymongo',
      pattern:
        /conflicting values for URI options|URI options \w{1,60} and \w{1,60} cannot be specified simultaneously|Can not specify conflicting/,
      certainty: 'certain',
      sample: 'pymongo.errors.InvalidURI: Can not specify conflicting values for URI options ssl and tls.',
    },
    {
      driver: 'pymongo',
      pattern:
        /cannot be specified (?:along )?with (?:tls\w{0,60}|'tls)|TLS has not been enabled but[^\n]{0,200}(?:tls|ssl)[^\n]{0,200}(?:set|specified)/,
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: TLS has not been enabled but the following tls parameters have been set: {'tlsCAFile'}. Please set \`tls=True\` or remove.`,
    },
    {
      driver: 'java',
      pattern:
        /all values for ssl and tls must be|tlsAllowInvalidHostnames[^\n]{0,60}tlsInsecure[^\n]{0,60}(?:same|conflict|cannot)/i,
      certainty: 'certain',
      sample: 'java.lang.IllegalArgumentException: all values for ssl and tls must be the same',
    },
    {
      driver: 'go',
      pattern:
        /tls(?:Insecure)? and ssl (?:must|both|conflict|can|parameter|options)|tls\w{0,40} cannot be (?:used|specified) (?:with|when|if|together)|ssl and tls (?:must|both|conflict|can|parameter|options)/i,
      certainty: 'certain',
      sample: 'error parsing uri: the tls and ssl options must not conflict',
    },
    {
      driver: 'rust',
      pattern: /cannot set both ['"]?tls\w{0,40}['"]? and|can't set both `?tls/i,
      certainty: 'certain',
      sample: `Error: Kind: An invalid argument was provided: cannot set both 'tlsInsecure' and 'tlsAllowInvalidCertificates' in the connection string`,
    },
    {
      driver: 'c',
      pattern:
        /may not be specified with any of [^\n]{0,80}tls|tls\w{0,40}["']? (?:may not|cannot) be (?:specified|used|set)/i,
      certainty: 'certain',
      sample:
        'Failed to parse URI options: tlsInsecure may not be specified with any of tlsAllowInvalidCertificates',
    },
    {
      driver: 'any',
      pattern: /(?:'ssl' and 'tls'|ssl and tls|tls and ssl)[^\n]{0,60}(?:conflict|same|equal|both)/i,
      certainty: 'certain',
      sample: 'ssl and tls options conflict',
    },
    {
      driver: 'c',
      pattern:
        /Deprecated option 'ssl=\w{2,6}' conflicts with canonical name 'tls=\w{2,6}'|option '\w{1,40}=\w{1,6}' conflicts with/,
      certainty: 'certain',
      weight: 1,
      sample: `Deprecated option 'ssl=true' conflicts with canonical name 'tls=false'.`,
    },
    {
      driver: 'rust',
      pattern: /cannot set [^\n]{1,80} if TLS is disabled/,
      certainty: 'certain',
      sample: 'InvalidArgument { message: "cannot set tlsCAFile=ca.pem if TLS is disabled" }',
    },
    {
      driver: 'any',
      pattern:
        /Insecure TLS options prohibited|'?tls\w{4,40}'? can't be set if tls=false|cannot set tls\w{4,40} when TLS is disabled|cannot set tls\w{4,40}=\w{1,8} if other TLS options are set|Specifying both tlsInsecure and|\btls(?:Insecure)? has already been configured with a different value/,
      certainty: 'certain',
      weight: 1,
      sample: "'tlsCAFile' can't be set if tls=false",
    },
    {
      driver: 'rust',
      pattern: /All instances of `tls` and `ssl` must have the same/,
      certainty: 'certain',
      weight: 1,
      sample: `Error { kind: InvalidArgument { message: "All instances of \`tls\` and \`ssl\` must have the same\\n value" }, labels: {} }`,
    },
    {
      driver: 'java',
      pattern:
        /tlsAllowInvalidHostnames or sslInvalidHostnameAllowed set along with tlsInsecure is not allowed/,
      certainty: 'certain',
      weight: 1,
      sample:
        'java.lang.IllegalArgumentException: tlsAllowInvalidHostnames or sslInvalidHostnameAllowed set along with tlsInsecure is not allowed',
    },
  ],
}
