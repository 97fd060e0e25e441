import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-list-only',
  confirm:
    'Read one document of a collection that the user may use: it works, then only the listing is not allowed, and the check should read instead.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /not (?:authorized on \S{1,100} to execute command \{ ?(?:listCollections|listDatabases)|allowed to do action \[(?:listCollections|listDatabases)\])/,
      unless: [/no users authenticated|requires authentication|listDatabases failed/],
      certainty: 'likely',
      weight: 6,
      sample:
        'MongoServerError: not authorized on app to execute command { listCollections: 1, nameOnly: true }',
    },
    {
      driver: 'any',
      pattern: /listDatabases|listCollections/,
      with: [/not authorized|not allowed/],
      certainty: 'possible',
      weight: 4,
      sample: 'listDatabases failed: not authorized on admin to execute command { listDatabases: 1.0 }',
    },
  ],
}
