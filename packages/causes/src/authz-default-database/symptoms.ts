import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-default-database',
  symptoms: [
    {
      driver: 'any',
      pattern: /user is not allowed to do action \[\w{1,60}\] on \[test\.[^\]]{1,300}\]/,
      certainty: 'likely',
      sample: 'MongoServerError: user is not allowed to do action [find] on [test.users]',
    },
    {
      driver: 'any',
      pattern: /not authorized on test to execute command/,
      certainty: 'likely',
      sample: 'MongoServerError: not authorized on test to execute command { find: "users", filter: {} }',
    },
  ],
}
