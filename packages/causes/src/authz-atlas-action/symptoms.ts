import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-atlas-action',
  symptoms: [
    {
      driver: 'any',
      pattern: /user is not allowed to do action \[[\w.]{1,60}\] on \[[^\]]{1,300}\]/,
      certainty: 'certain',
      sample: 'MongoServerError: user is not allowed to do action [find] on [app.orders]',
    },
    {
      driver: 'go',
      pattern: /\(AtlasError\) user is not allowed to do action/,
      certainty: 'certain',
      sample: '(AtlasError) user is not allowed to do action [insert] on [app.orders]',
    },
  ],
}
