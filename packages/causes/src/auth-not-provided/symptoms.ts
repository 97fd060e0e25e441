import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-not-provided',
  confirm:
    'See whether the string that the program received holds a user name and a password, and ask `db.runCommand({ connectionStatus: 1 })`: no authenticated user settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /[Cc]ommand \w{1,60} requires authentication|there are no users authenticated|AuthenticationRequired/,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: Command find requires authentication',
    },
    {
      driver: 'any',
      pattern: /not authorized on \S{1,200} to execute command/,
      unless: ['host:atlas'],
      certainty: 'possible',
      weight: 4,
      sample: 'MongoServerError: not authorized on app to execute command { find: "orders" }',
    },
    {
      driver: 'any',
      pattern:
        /not authorized on (?:admin|test) to execute command \{ ?(?:listDatabases|serverStatus|ismaster|getParameter|getLog|find|count|createUser|replSetGetStatus|buildInfo)/,
      unless: ['host:atlas', /:\/\/[^\s:@/]{1,80}:[^\s@]{1,100}@/],
      certainty: 'likely',
      weight: 3,
      sample:
        'Error: listDatabases failed:{ "ok" : 0, "errmsg" : "not authorized on admin to execute command { listDatabases: 1.0 }", "code" : 13 }',
    },
    {
      driver: 'any',
      pattern:
        /requires authentication|Authentication required|not authorized for query on|need to login|unauthorized db:\w{1,60} (?:ns|lock type|client)/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoError: not authorized for query on app.users',
    },
    {
      driver: 'elixir',
      pattern: /\{:?failure, ?:?unauthorized\}/,
      certainty: 'likely',
      weight: 2,
      sample: '(MatchError) no match of right hand side value: {:failure, :unauthorized} :mongo.find',
    },
  ],
}
