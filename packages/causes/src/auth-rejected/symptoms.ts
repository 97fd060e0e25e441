import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-rejected',
  confirm:
    'Reset the password to letters and digits only, put it into the string, and try once: it works, then it was the password or its escaping; the same words, then the user or its database.',
  symptoms: [
    {
      driver: 'any',
      pattern: /bad auth ?: ?[Aa]uthentication failed/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: bad auth : authentication failed',
    },
    {
      driver: 'any',
      pattern: 'server:18',
      unless: [
        /Could not find user|MONGODB-AWS|\$external|X509|[Mm]echanism [A-Z0-9-]{3,20} which is|GSSAPI|OIDC|MONGODB-CR/,
      ],
      certainty: 'likely',
      weight: 3,
      sample: `MongoServerError: Authentication failed. code: 18, codeName: 'AuthenticationFailed'`,
    },
    {
      driver: 'any',
      pattern:
        /(?:MongoServerError|MongoError|OperationFailure|AuthFailed|MongoCommandException|AuthenticationException|Auth::Unauthorized|Error)[^\n]{0,60}:? ?(?:'|")?Authentication failed\.?|AuthenticationFailed[^\n]{0,20}Authentication failed/,
      unless: [
        /Could not find user|MONGODB-AWS|\$external|X509|GSSAPI|OIDC/,
        // .NET's class for a TLS handshake that fails.
        /System\.Security\.Authentication\.AuthenticationException/,
      ],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: Authentication failed.',
    },
    {
      driver: 'any',
      pattern:
        /[Aa]uthentication [Ff]ailed|[Aa]uth [Ff]ailed|auth fails|login failed|\bauthentication error\b/,
      unless: [
        /Could not find user|MONGODB-AWS|\$external|X509|SSL|TLS|certificate|handshake|Socks|AuthenticateAs|inner exception|GSSAPI|OIDC/i,
      ],
      certainty: 'likely',
      weight: 2,
      sample: 'connect failed: Authentication failed',
    },
    {
      driver: 'go',
      pattern:
        /unable to authenticate using mechanism "SCRAM-SHA-(?:1|256)": \((?:AtlasError|AuthenticationFailed)\)/,
      certainty: 'likely',
      weight: 3,
      sample:
        'connection() error occurred during connection handshake: auth error: sasl conversation error: unable to authenticate using mechanism "SCRAM-SHA-1": (AtlasError) bad auth : authentication failed',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=(?:SCRAM-SHA-(?:1|256)|null)/,
      unless: [/Could not find user/],
      certainty: 'likely',
      weight: 2,
      sample: `com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=SCRAM-SHA-1, userName='ada', source='admin', password=<hidden>, mechanismProperties=<hidden>}`,
    },
    {
      driver: 'csharp',
      pattern:
        /Unable to authenticate using sasl protocol mechanism SCRAM-SHA-(?:1|256)|Unable to authenticate username/,
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoDB.Driver.MongoAuthenticationException: Unable to authenticate using sasl protocol mechanism SCRAM-SHA-1.',
    },
    {
      driver: 'rust',
      pattern: /SCRAM failure: |SCRAM failure: (?:bad auth|Authentication failed)/,
      certainty: 'likely',
      weight: 2,
      sample: 'Kind: SCRAM failure: bad auth : authentication failed, labels: {}',
    },
    {
      driver: 'mongod',
      pattern: /storedKey mismatch/,
      certainty: 'certain',
      weight: 2,
      sample:
        '{"s":"I","c":"ACCESS","id":20249,"msg":"Authentication failed","attr":{"mechanism":"SCRAM-SHA-256","principalName":"ada","authenticationDatabase":"admin","error":"AuthenticationFailed: SCRAM authentication failed, storedKey mismatch"}}',
    },
    {
      driver: 'any',
      pattern: /SCRAM authentication failed, storedKey mismatch|key mismatch/,
      certainty: 'certain',
      weight: 2,
      sample: 'AuthenticationFailed: SCRAM authentication failed, storedKey mismatch',
    },
    {
      driver: 'ruby',
      pattern:
        /User \S{1,100} (?:\(mechanism: :?scram\w{0,3}\) )?is not authorized to access \S{1,64} ?\S{0,40}|Mongo::Auth::Unauthorized/,
      certainty: 'likely',
      weight: 2,
      sample:
        'Mongo::Auth::Unauthorized: User ada (mechanism: scram256) is not authorized to access admin (auth source: admin, used mechanism: SCRAM-SHA-256)',
    },
    {
      driver: 'prisma',
      pattern: /P1000|Authentication failed against (?:the )?database server/,
      certainty: 'likely',
      weight: 3,
      sample:
        'PrismaClientInitializationError: Authentication failed against database server at `db.test`, the provided database credentials for `ada` are not valid. P1000',
    },
    {
      driver: 'any',
      pattern: 'server:8000',
      unless: [/not allowed|tier|quota|SNI|CMD_NOT|cannot create|already using|certificate|not found/i],
      certainty: 'likely',
      weight: 1,
      sample: 'AtlasError code: 8000',
    },
    {
      driver: 'elixir',
      pattern: /\{:error, "?Authentication failed|auth(?:entication)? failed for user/,
      certainty: 'likely',
      weight: 2,
      sample: '** (Mongo.Error) auth failed for user ada',
    },
    {
      driver: 'ruby',
      pattern:
        /Could not authorize user \S{1,80} on database|Failed to authenticate user \S{1,80} (?:on|with) (?:db|database)|Mongo::AuthenticationError/,
      certainty: 'likely',
      weight: 3,
      sample: 'fatal: Could not authorize user ada on database admin.',
    },
    {
      driver: 'any',
      pattern: /server returned error on SASL authentication step/,
      unless: [/unknown field|Could not find user|no such c|mechanism/i],
      certainty: 'likely',
      weight: 2,
      sample: 'Failed: error connecting to db server: server returned error on SASL authentication step',
    },
  ],
}
