import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-restricted-origin',
  symptoms: [
    {
      driver: 'any',
      pattern: /unmet authentication restrictions/,
      certainty: 'certain',
      sample:
        '"id":20240,"msg":"Failed to acquire user because of unmet authentication restrictions","attr":{"user":"ada@admin","reason":"10.0.0.7 does not fall within: [ 192.168.0.0/16 ]"}',
    },
    {
      driver: 'any',
      pattern: /AuthenticationRestrictionUnmet|does not fall within: /,
      certainty: 'certain',
      sample: 'AuthenticationRestrictionUnmet: 10.0.0.7 does not fall within: [ 192.168.0.0/16 ]',
    },
  ],
}
