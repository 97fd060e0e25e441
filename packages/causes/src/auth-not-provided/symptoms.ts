import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-not-provided',
  symptoms: [
    {
      driver: 'any',
      pattern: /[Cc]ommand \w{1,60} requires authentication/,
      certainty: 'certain',
      sample: 'MongoServerError: Command find requires authentication',
    },
    {
      driver: 'mongo-shell',
      pattern: /there are no users authenticated/,
      certainty: 'certain',
      sample: 'listDatabases failed: there are no users authenticated',
    },
    {
      driver: 'any',
      pattern: /not authorized on \S{1,200} to execute command/,
      certainty: 'possible',
      sample: 'MongoServerError: not authorized on app to execute command { find: "orders" }',
    },
  ],
}
