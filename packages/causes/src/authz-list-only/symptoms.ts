import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-list-only',
  symptoms: [
    {
      driver: 'any',
      pattern: /not authorized on \S{1,200} to execute command \{ ?list(?:Collections|Databases)/,
      certainty: 'likely',
      sample:
        'MongoServerError: not authorized on shop to execute command { listCollections: 1, filter: {} }',
    },
    {
      driver: 'any',
      pattern: /user is not allowed to do action \[list(?:Collections|Databases)\] on \[/,
      certainty: 'likely',
      sample: 'MongoServerError: user is not allowed to do action [listCollections] on [shop.]',
    },
  ],
}
