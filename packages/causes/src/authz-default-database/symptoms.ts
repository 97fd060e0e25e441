import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-default-database',
  confirm:
    'Look at the namespace in the message: `test.` there means that the string names no database; write it after the host, or give dbName.',
  symptoms: [
    {
      driver: 'any',
      pattern: /not allowed to do action \[\w{1,60}\] on \[test\./,
      certainty: 'likely',
      weight: 8,
      sample: 'MongoServerError: user is not allowed to do action [find] on [test.orders]',
    },
    {
      driver: 'any',
      pattern: /not authorized on test to execute command/,
      certainty: 'likely',
      weight: 8,
      sample: 'MongoServerError: not authorized on test to execute command { find: "orders" }',
    },
  ],
}
