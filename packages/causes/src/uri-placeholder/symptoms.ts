import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-placeholder',
  symptoms: [
    {
      driver: 'any',
      pattern: /mongodb(?:\+srv)?:\/\/[^\s@]{0,80}<(?:db_)?(?:password|username)>/,
      certainty: 'certain',
      sample: `MONGODB_URI=mongodb+srv://ada:<db_password>@cluster0.ab1cd.mongodb.net/`,
    },
    {
      driver: 'any',
      pattern: /ENOTFOUND _mongodb\._tcp\.cluster0\.x{4,}\.mongodb\.net/,
      certainty: 'certain',
      sample: `Error: querySrv ENOTFOUND _mongodb._tcp.cluster0.xxxxx.mongodb.net`,
    },
  ],
}
