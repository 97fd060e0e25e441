import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-source-wrong',
  confirm: `Look in which database the user was created (\`db.getSiblingDB('admin').system.users.find({ user: … }, { db: 1 })\`) and put its name into authSource.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /UserNotFound: Could not find user \\?"[^"]{0,200}\\?" for db \\?"(?!admin\\?"|\$external)[^"]{1,200}\\?"/,
      certainty: 'likely',
      weight: 4,
      sample: 'UserNotFound: Could not find user "root" for db "app"',
    },
    {
      driver: 'any',
      pattern:
        /Could not find user (?:\\?"?[^"\n]{0,200}\\?"? for db |[\w.-]{1,100}@)\\?"?(?!admin\b|\$external)[\w-]{1,60}/,
      certainty: 'likely',
      weight: 3,
      sample: 'Authentication failed: Could not find user ada@app',
    },
    {
      driver: 'any',
      pattern: 'server:18',
      unless: [/bad auth|MONGODB-AWS|\$external|GSSAPI|OIDC|MONGODB-CR/],
      certainty: 'possible',
      weight: 6,
      sample: 'MongoServerError: Authentication failed. code: 18',
    },
    {
      driver: 'any',
      pattern: /(?:MongoServerError|MongoError|OperationFailure|Error)[^\n]{0,60}Authentication failed\.?/,
      unless: [/bad auth|MONGODB-AWS|\$external|GSSAPI|OIDC|SSL|TLS/],
      certainty: 'possible',
      weight: 5,
      sample: 'MongoServerError: Authentication failed.',
    },
    {
      driver: 'java',
      pattern:
        /MongoCredential\{mechanism=[^,}]{1,40}, userName='[^']{0,200}', source='(?!admin|\$external)[^']{1,200}'/,
      certainty: 'likely',
      weight: 4,
      sample: `Exception authenticating MongoCredential{mechanism=SCRAM-SHA-256, userName='root', source='app', password=<hidden>, mechanismProperties=<hidden>}`,
    },
    {
      driver: 'mongod',
      pattern:
        /(?:principalName|user)"?:"?[^"\n]{1,100}"?,"?authenticationDatabase"?:"?(?!admin|\$external)[\w-]{1,60}[^\n]{0,200}UserNotFound/,
      certainty: 'likely',
      weight: 4,
      sample:
        '"principalName":"root","authenticationDatabase":"app","error":"UserNotFound: Could not find user"',
    },
    {
      driver: 'mongod',
      pattern: /authenticationDatabase"?: ?"?(?!admin|\$external)[\w-]{1,60}/,
      with: [/[Aa]uthentication ?[Ff]ailed/],
      certainty: 'likely',
      weight: 3,
      sample: 'principalName: root authenticationDatabase: app error: AuthenticationFailed',
    },
    {
      driver: 'any',
      pattern:
        /(?:authSource|authenticationDatabase|authSource=)["']?\s{0,2}[=:]\s{0,2}["']?(?!admin|\$external)[\w-]{1,40}/,
      with: [/[Aa]uthentication ?[Ff]ailed|code:? 18\b/],
      certainty: 'possible',
      weight: 4,
      sample: 'authSource=app MongoServerError: Authentication failed.',
    },
    {
      driver: 'ruby',
      pattern: /is not authorized to access \S{1,60} \(auth source: (?!admin)[\w-]{1,60}/,
      certainty: 'likely',
      weight: 4,
      sample: 'User root (mechanism: scram) is not authorized to access app (auth source: app)',
    },
    {
      driver: 'any',
      pattern: /Could not find user/,
      certainty: 'possible',
      weight: 4,
      sample: 'UserNotFound: Could not find user "root" for db "admin"',
    },
    {
      driver: 'csharp',
      pattern: /Unable to authenticate using sasl protocol mechanism SCRAM/,
      certainty: 'possible',
      weight: 2,
      sample: 'Unable to authenticate using sasl protocol mechanism SCRAM-SHA-256.',
    },
    {
      driver: 'ruby',
      pattern:
        /Could not authorize user \S{1,80} on database|Failed to authenticate user \S{1,80} (?:on|with) (?:db|database)/,
      certainty: 'likely',
      weight: 1,
      sample: 'fatal: Could not authorize user ada on database admin.',
    },
    {
      driver: 'any',
      pattern: /server returned error on SASL authentication step/,
      unless: [/unknown field|no such c|mechanism/i],
      certainty: 'possible',
      weight: 2,
      sample: 'Failed: error connecting to db server: server returned error on SASL authentication step',
    },
  ],
}
