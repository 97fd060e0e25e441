import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-source-wrong',
  symptoms: [
    {
      driver: 'any',
      pattern: /UserNotFound: Could not find user \\?"[^"]{0,200}\\?" for db \\?"[^"]{1,200}\\?"/,
      certainty: 'certain',
      sample: 'UserNotFound: Could not find user "root" for db "app"',
    },
    {
      driver: 'any',
      pattern: /MongoServerError: Authentication failed\./,
      certainty: 'possible',
      sample: 'MongoServerError: Authentication failed.',
    },
    {
      driver: 'java',
      pattern:
        /MongoCredential\{mechanism=[^,}]{1,40}, userName='[^']{0,200}', source='(?!admin')[^']{1,200}'/,
      certainty: 'likely',
      sample:
        "Exception authenticating MongoCredential{mechanism=SCRAM-SHA-256, userName='root', source='app', password=<hidden>, mechanismProperties=<hidden>}",
    },
  ],
}
