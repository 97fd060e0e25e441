import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-stale-volume',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /UserNotFound: Could not find user \\?"(?:root|admin|mongo|mongoadmin)\\?" for db \\?"admin\\?"/,
      certainty: 'possible',
      sample: 'UserNotFound: Could not find user "root" for db "admin"',
    },
  ],
}
