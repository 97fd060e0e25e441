import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-authsource-defaulted',
  symptoms: [
    {
      driver: 'any',
      pattern: /UserNotFound: Could not find user "[^"]{1,200}" for db "(?!admin"|\$external")[^"]{1,64}"/,
      certainty: 'likely',
      sample: `UserNotFound: Could not find user "ada" for db "app"`,
    },
    {
      driver: 'node',
      pattern: /MongoServerError: Authentication failed\./,
      certainty: 'possible',
      sample: `MongoServerError: Authentication failed.`,
    },
  ],
}
