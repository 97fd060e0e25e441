import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-double-encoded',
  symptoms: [
    {
      driver: 'any',
      pattern: /mongodb(?:\+srv)?:\/\/[^\s@/]{0,160}%25(?:2[0-46-9F]|3[A-F]|40|5[BD]|25)/i,
      certainty: 'likely',
      sample: `MONGODB_URI=mongodb://ada%2540example.com:...@db.example.com/`,
    },
    {
      driver: 'any',
      pattern: /Could not find user "[^"\n]{0,80}%(?:2[0-9A-F]|3[A-F]|40|5[BD])[^"\n]{0,80}"/i,
      certainty: 'likely',
      sample: `UserNotFound: Could not find user "ada%40example.com" for db "admin"`,
    },
  ],
}
