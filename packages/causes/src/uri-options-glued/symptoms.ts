import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-options-glued',
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:not authorized on|db: ?['"]?)\s?[\w-]{0,64}&\w{1,40}=/i,
      certainty: 'certain',
      sample: `MongoServerError: not authorized on app&authSource=admin to execute command { find: "users" }`,
    },
  ],
}
