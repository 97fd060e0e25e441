import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-missing-role',
  confirm:
    '`db.runCommand({ connectionStatus: 1, showPrivileges: true })` with that user: the action on that database missing settles it; grantRolesToUser mends it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /not authorized on \S{1,200} to execute command/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: not authorized on app to execute command { find: "orders", filter: {} }',
    },
    {
      driver: 'any',
      pattern: 'server:13',
      unless: [
        /requires authentication|no users authenticated|You are not authorized for this resource|cloud\.mongodb\.com\/api\/|HTTP 40[13]\b/,
      ],
      certainty: 'likely',
      weight: 3,
      sample: `MongoServerError: not authorized, code: 13, codeName: 'Unauthorized'`,
    },
    {
      driver: 'java',
      pattern: /Command failed with error 13 \(Unauthorized\)/,
      certainty: 'likely',
      weight: 2,
      sample: `com.mongodb.MongoCommandException: Command failed with error 13 (Unauthorized): 'not authorized on app to execute command { find: "orders" }' on server localhost:27017.`,
    },
    {
      driver: 'any',
      pattern: /user is not allowed to do action/,
      certainty: 'possible',
      weight: 3,
      sample: 'user is not allowed to do action [find] on [app.orders]',
    },
    {
      driver: 'any',
      pattern:
        /not authorized (?:to|on|for)|not allowed to (?:execute|perform)|insufficient privileges|lacks? (?:the )?(?:privilege|role)/i,
      with: [/mongo/i],
      unless: [
        /requires authentication|is not authorized to access|You are not authorized for this resource/,
      ],
      certainty: 'likely',
      weight: 2,
      sample: 'MongoServerError: not authorized to perform this operation',
    },
    {
      driver: 'elixir',
      pattern: /\{:?failure, ?:?unauthorized\}/,
      certainty: 'likely',
      weight: 1,
      sample: '(MatchError) no match of right hand side value: {:failure, :unauthorized} :mongo.find',
    },
    {
      driver: 'any',
      pattern: /not authorized for (?:query|insert|update|delete|remove) on (?:local|admin|config)\./,
      certainty: 'likely',
      weight: 5,
      sample: 'error: not authorized for query on local.oplog.rs',
    },
    {
      driver: 'any',
      pattern: /not authorized for (?:query|insert|update|delete|remove) on \w/,
      certainty: 'possible',
      weight: 1,
      sample: 'MongoError: not authorized for query on app.users',
    },
  ],
}
