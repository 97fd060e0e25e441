import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-user-changing',
  symptoms: [
    {
      driver: 'any',
      pattern: /bad auth ?: authentication failed/i,
      certainty: 'possible',
      sample: 'MongoServerError: bad auth : authentication failed',
    },
  ],
}
