import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-atlas-action',
  confirm: `Look at the user's role in Database Access: does it hold the action, on the database and collection, that the message names?`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /user is not allowed to do action (?!\[list(?:Collections|Databases)\]) \[\w{1,60}\] on \[[^\]]{1,300}\]/,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: user is not allowed to do action [find] on [app.orders]',
    },
    {
      driver: 'any',
      pattern: /is not allowed to do action|not allowed to do action/,
      certainty: 'likely',
      weight: 3,
      sample: '(AtlasError) user is not allowed to do action [insert] on [app.orders]',
    },
  ],
}
