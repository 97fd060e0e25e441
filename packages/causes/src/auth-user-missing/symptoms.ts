import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-user-missing',
  symptoms: [
    {
      driver: 'any',
      pattern: /UserNotFound: Could not find user \\?"[^"]{0,200}\\?" for db \\?"admin\\?"/,
      certainty: 'certain',
      sample: 'UserNotFound: Could not find user "ada" for db "admin"',
    },
    {
      driver: 'any',
      pattern: /Supported SASL mechanisms requested for unknown user/,
      certainty: 'likely',
      sample:
        '"msg":"Supported SASL mechanisms requested for unknown user","attr":{"user":{"user":"ada","db":"admin"}}',
    },
    {
      driver: 'any',
      pattern: /User [^\s@]{1,200}@[^\s]{1,100} not found/,
      certainty: 'certain',
      sample: 'MongoServerError: User ada@admin not found',
    },
  ],
}
