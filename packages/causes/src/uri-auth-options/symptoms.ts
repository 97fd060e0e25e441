import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-auth-options',
  confirm:
    'Compare the options with what the driver version in use takes for this authMechanism (user name, password, authSource, properties).',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /authMechanism one of [A-Z0-9,_ -]{20,200}, got (?!MONGODB-CR)|Username required for mechanism|Password not allowed for mechanism|Invalid source [^\n]{0,60} for mechanism|requires an? authSource of '?\$external|Password required for mechanism/,
      certainty: 'certain',
      sample: `MongoParseError: Username required for mechanism 'SCRAM-SHA-256'`,
    },
    {
      driver: 'node',
      pattern: /username and password cannot be provided when using mongodb-aws/i,
      certainty: 'certain',
      sample: 'MongoAPIError: username and password cannot be provided when using MONGODB-AWS',
    },
    {
      driver: 'node',
      pattern:
        /AuthMechanism '?\S{1,40}'? not supported|No AuthProvider for \S{1,40} defined|authentication mechanism (?!provided|given|used)\S{1,40} not supported/i,
      certainty: 'certain',
      sample: 'MongoInvalidArgumentError: No AuthProvider for FOO defined.',
    },
    {
      driver: 'any',
      pattern:
        /Passwords are not supported with|authSource (?:must be|can only be|may only be)|authentication source must be|must be \$external|Authentication mechanism properties/i,
      with: [/mongo|auth/i],
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: A password is required.',
    },
    {
      driver: 'pymongo',
      pattern:
        /authMechanism must be in|authmechanism must be one of|requires authMechanismProperties|unsupported authentication mechanism|not a supported auth mechanism property/,
      certainty: 'certain',
      sample: `ValueError: authMechanism must be in ('GSSAPI', 'MONGODB-X509', 'PLAIN', 'DEFAULT')`,
    },
    {
      driver: 'go',
      pattern:
        /auth mechanism .{0,40}(?:not supported|unknown)|unknown authentication mechanism|invalid auth source|username required for|password must not be set|unsupported auth mechanism/i,
      unless: [/errmsg|AtlasError/],
      certainty: 'certain',
      sample: 'auth error: unknown authentication mechanism "FOO"',
    },
    {
      driver: 'java',
      pattern:
        /Unsupported authMechanism|'?\S{1,40}'? is not a supported authentication mechanism|username can not be null|authMechanismProperties|can not be used with the authentication mechanism/i,
      certainty: 'certain',
      sample: 'java.lang.IllegalArgumentException: Unsupported authMechanism: MONGODB-FOO',
    },
    {
      driver: 'rust',
      pattern:
        /invalid mechanism string|No username provided for|Password must not be specified|cannot specify (?:a )?(?:source|username|password) (?:for|with)|invalid (?:source|database) [^\n]{0,30} for/i,
      certainty: 'certain',
      sample: 'Error: Kind: An invalid argument was provided: invalid mechanism string: FOO',
    },
    {
      driver: 'csharp',
      pattern:
        /Unsupported (?:auth|credential)\w{0,20} mechanism|must (?:have|specify) (?:a )?(?:username|password|\$external)|mechanism '?(?!provided|given|used)\S{1,40}'? is not supported/i,
      with: [/mongo/i],
      unless: [/errmsg|AtlasError/],
      certainty: 'certain',
      sample: `MongoDB.Driver: System.NotSupportedException: Unsupported credential mechanism 'FOO'`,
    },
    {
      driver: 'c',
      pattern:
        /Unsupported (?:value for "?authmechanism|authentication mechanism)|'\S{1,40}' authentication mechanism (?:requires|does not accept)/i,
      certainty: 'certain',
      sample: `'PLAIN' authentication mechanism requires username`,
    },
    {
      driver: 'ruby',
      pattern:
        /InvalidAuthConfiguration|Invalid authentication mechanism|:\w{1,20} is (?:not )?(?:required|allowed|a valid) (?:for|auth)/i,
      certainty: 'certain',
      sample: 'Mongo::Auth::InvalidConfiguration: Password is required for auth mechanism plain',
    },
    {
      driver: 'any',
      pattern:
        /URI contained empty userinfo section|Passwords are not supported by MONGODB-X509|authMechanism one of [A-Z0-9,_ -]{20,200}, got (?!MONGODB-CR)/,
      certainty: 'certain',
      weight: 3,
      sample: 'MongoParseError: URI contained empty userinfo section',
    },
    {
      driver: 'java',
      pattern: /Invalid mechanism, [\w-]{3,30} does not support passwords/,
      certainty: 'certain',
      sample:
        'java.lang.IllegalArgumentException: Invalid mechanism, MONGODB_x509 does not support passwords',
    },
    {
      driver: 'go',
      pattern:
        /password cannot be specified for MONGO\w{0,5}-X509|error (?:parsing|validating) uri: invalid auth mechanism/,
      certainty: 'certain',
      sample: 'error validating uri: password cannot be specified for MONGO-X509',
    },
    {
      driver: 'perl',
      pattern: /did not pass type constraint "Enum\[DEFAULT,GSSAPI/,
      certainty: 'certain',
      sample:
        'Value "FOO" did not pass type constraint "Enum[DEFAULT,GSSAPI,MONGODB-CR,MONGODB-X509,NONE,PLAIN,SCRAM-SHA-1,SCRAM-SHA-256]" (in $self->{"auth_mechanism"}) at MongoDB/MongoClient.pm line 1459',
    },
    {
      driver: 'any',
      pattern: /A (?:username|user name|password) is required|password (?:is )?required for/i,
      with: [/mongo/i],
      unless: [/validation|WriteException|WriteError/i],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoConfigurationException: A username is required for this mechanism',
    },
    {
      driver: 'rust',
      pattern: /cannot be specified with (?:MONGODB-X509|MONGODB-OIDC|MONGODB-AWS|GSSAPI|PLAIN)/,
      certainty: 'certain',
      sample: 'InvalidArgument { message: "A password cannot be specified with MONGODB-X509" }',
    },
    {
      driver: 'perl',
      pattern: /invalid field \w{1,30} with value [^\n]{0,200} in [A-Z0-9-]{4,30} credential/,
      certainty: 'certain',
      sample: `MongoDB::UsageError: invalid field password with value 'x' in MONGODB-X509 credential at (eval 637) line 385.`,
    },
    {
      driver: 'java',
      pattern: /Password can ?not be null when the authentication mechanism/,
      certainty: 'likely',
      weight: 3,
      sample:
        'java.lang.IllegalArgumentException: Password can not be null when the authentication mechanism is unspecified',
    },
    {
      driver: 'c',
      pattern: /requires a (?:username|password)\b/i,
      certainty: 'likely',
      sample: `mongoc: authentication mechanism requires a username`,
    },
    {
      driver: 'ruby',
      pattern: /is invalid, please use one of the following mechanisms|Auth::InvalidMechanism/,
      certainty: 'certain',
      weight: 2,
      sample:
        'Mongo::Auth::InvalidMechanism: :foo is invalid, please use one of the following mechanisms: :mongodb_cr, :mongodb_x509, :plain, :scram',
    },
    {
      driver: 'any',
      pattern:
        /(?:GSSAPI|MONGODB-AWS|MONGODB-OIDC|MONGODB-X509|PLAIN|SCRAM-SHA-\d{1,3}|MONGODB-CR|MONGO-CR|MONGO-X509) (?:requires a username|source must be empty or|cannot have mechanism properties)|only \$external may be specified as an auth source|no (?:username|password) supplied|username required if URI contains user info|The empty string is not valid username|(?:empty authSource provided|authSource database cannot be an empty string)|auth mechanism properties must be|[Mm]alformed auth mechanism properties|Username for PLAIN authentication must be non-empty|No password provided for PLAIN authentication|is not a valid property for [\w-]{3,20} authentication|(?:unknown mechanism property|invalid authMechanism property|invalid auth property for|User principal not specified)|Invalid CANONICALIZE_HOST_NAME value|CANONICALIZE_HOST_NAME (?:must be|not in valid)|password cannot be specified for MONGO/,
      with: [/mongo|auth|\buri\b/i],
      certainty: 'certain',
      weight: 1,
      sample: 'pymongo.errors.ConfigurationError: GSSAPI requires a username',
    },
    {
      driver: 'any',
      pattern: /\bpassword can't be empty\b|\bPassword cannot be empty\b/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: "ValueError: password can't be empty (pymongo)",
    },
    {
      driver: 'java',
      pattern:
        /The connection string contains an at-sign \(@\) without a user name|No username is provided in the connection string|authSource can not be an empty string|contains invalid authentication properties\. '|contains disallowed mechanism properties\. '|Invalid authSource for \S{1,30}, it must be '\$external'|Password can(?: ?not) be null when username is provided for/,
      certainty: 'certain',
      weight: 1,
      sample: "java.lang.IllegalArgumentException: Invalid authSource for GSSAPI, it must be '$external'",
    },
    {
      driver: 'c',
      pattern:
        /Default authentication mechanism requires username|GSSAPI and X509 require "\$external" authSource|SCRAM Failure: username is not set/,
      certainty: 'certain',
      weight: 1,
      sample: 'Failed to parse URI options: GSSAPI and X509 require "$external" authSource (mongoc)',
    },
  ],
}
