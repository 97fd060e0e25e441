import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-authsource-defaulted',
  confirm:
    'Add authSource=admin to the connection string and try once; if the same words come back, the password or the user is wrong.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /mongodb:\/\/[^\s"'`?@]{1,200}@[^\s"'`?/]{1,300}\/(?!admin\b|\?|["'`\s])[\w-]{1,60}(?:\?(?![^\s"'`]{0,300}authSource)[^\s"'`]{0,300})?(?=["'`\s]|$)/,
      with: [/[Aa]uth\w{0,12} failed|AuthenticationFailed|code:? 18\b|Exception authenticating/],
      unless: [/authSource|auth_source|authentication-database|bad auth/i],
      certainty: 'likely',
      weight: 2,
      sample: `mongodb://root:example@mongo:27017/app
MongoServerError: Authentication failed. (code 18)`,
    },
    {
      driver: 'java',
      pattern:
        /MongoCredential\{mechanism=[^,}]{1,40}, userName='[^']{0,200}', source='(?!admin|\$external)[^']{1,200}'/,
      unless: [/authSource|authentication-database/],
      certainty: 'likely',
      weight: 1,
      sample: `Exception authenticating MongoCredential{mechanism=SCRAM-SHA-256, userName='root', source='app', password=<hidden>, mechanismProperties=<hidden>}`,
    },
    {
      driver: 'any',
      pattern:
        /UserNotFound: Could not find user \\?"[^"]{0,200}\\?" for db \\?"(?!admin|\$external)[^"]{1,200}\\?"/,
      certainty: 'possible',
      weight: 3,
      sample: 'UserNotFound: Could not find user "root" for db "app"',
    },
    {
      driver: 'any',
      pattern: /^(?:[\s\S]{0,600})(?:MongoServerError|OperationFailure|MongoError): Authentication failed\./,
      certainty: 'possible',
      weight: -1,
      sample: 'MongoServerError: Authentication failed.',
    },
  ],
}
