import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-missing-role',
  symptoms: [
    {
      driver: 'any',
      pattern: /not authorized on \S{1,200} to execute command/,
      certainty: 'likely',
      sample: 'MongoServerError: not authorized on app to execute command { find: "orders", filter: {} }',
    },
    {
      driver: 'any',
      pattern: /user is not allowed to do action \[\w{1,60}\] on \[[^\]]{1,300}\]/,
      certainty: 'certain',
      sample: 'MongoServerError: user is not allowed to do action [find] on [app.orders]',
    },
    {
      driver: 'java',
      pattern: /Command failed with error 13 \(Unauthorized\)/,
      certainty: 'likely',
      sample:
        'com.mongodb.MongoCommandException: Command failed with error 13 (Unauthorized): \'not authorized on app to execute command { find: "orders" }\' on server localhost:27017.',
    },
    {
      driver: 'pymongo',
      pattern: /OperationFailure: not authorized on \S{1,200} to execute command/,
      certainty: 'likely',
      sample:
        'pymongo.errors.OperationFailure: not authorized on app to execute command { find: "orders", filter: {} }',
    },
  ],
}
