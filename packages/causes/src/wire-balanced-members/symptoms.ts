import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-balanced-members',
  confirm: 'db.hello().me (or topologyVersion.processId of a router) differs from connection to connection.',
  symptoms: [
    {
      driver: 'any',
      pattern: /cursor id \d{1,20} (?:was )?not found|\bCursorNotFound\b/i,
      certainty: 'possible',
      sample: 'MongoServerError: cursor id 7291846123 not found',
    },
  ],
}
