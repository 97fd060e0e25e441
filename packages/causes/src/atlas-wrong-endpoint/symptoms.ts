import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-wrong-endpoint',
  symptoms: [
    {
      driver: 'any',
      pattern: /atlas-(?:stream|sql)-\w{6,40}[\w.-]{0,80}\.query\.mongodb\.net/,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: connection <monitor> to 3.208.1.1:27017 closed (atlas-stream-64ac5b1098b5c5.virginia-usa.a.query.mongodb.net:27017)',
    },
    {
      driver: 'any',
      pattern: /[\w-]{1,80}\.a\.query\.mongodb\.net/,
      certainty: 'possible',
      sample:
        'MongoServerError: command insert is not supported (federateddatabaseinstance0-ab1cd.a.query.mongodb.net:27017)',
    },
  ],
}
