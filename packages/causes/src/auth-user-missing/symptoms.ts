import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-user-missing',
  confirm: `List the users of the deployment that the string names (\`db.getSiblingDB('admin').getUsers()\`, or Database Access of that project): not there settles it.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /UserNotFound: Could not find user \\?"[^"]{0,200}\\?" for db \\?"admin\\?"|Could not find user (?:\\?"?[^"\n]{0,200}\\?"? for db |[\w.-]{1,100}@)\\?"?admin\b/,
      certainty: 'likely',
      weight: 4,
      sample: 'UserNotFound: Could not find user "ada" for db "admin"',
    },
    {
      driver: 'any',
      pattern: 'server:11',
      certainty: 'likely',
      weight: 2,
      sample: 'UserNotFound code: 11',
    },
    {
      driver: 'any',
      pattern: /UserNotFound|[Cc]ould not find user/,
      certainty: 'possible',
      weight: 5,
      sample: 'UserNotFound: Could not find user "ada" for db "app"',
    },
    {
      driver: 'any',
      pattern: /bad auth ?: ?[Aa]uthentication failed/,
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerError: bad auth : authentication failed',
    },
    {
      driver: 'any',
      pattern: 'server:18',
      unless: [/MONGODB-AWS|GSSAPI|OIDC/],
      certainty: 'possible',
      weight: 2,
      sample: 'MongoServerError: Authentication failed. code: 18',
    },
    {
      driver: 'any',
      pattern: /Authentication failed/,
      // .NET calls a handshake that fails by the same words.
      unless: [/SSL|TLS|Socks|transport stream|Authentication failed, see inner exception/],
      certainty: 'possible',
      weight: 1,
      sample: 'MongoServerError: Authentication failed.',
    },
    {
      driver: 'any',
      pattern: /user (?:\S{1,80} )?(?:does not|doesn't) exist|no such user|UserDoesNotExist/i,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: user ada does not exist',
    },
    {
      driver: 'any',
      pattern: /Supported SASL mechanisms requested for unknown user/,
      certainty: 'likely',
      weight: 3,
      sample:
        '"msg":"Supported SASL mechanisms requested for unknown user","attr":{"user":{"user":"ada","db":"admin"}}',
    },
    {
      driver: 'any',
      pattern: /\bUser \S{1,100}@(?:admin|\w{1,60}) not found/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: User ada@admin not found',
    },
  ],
}
