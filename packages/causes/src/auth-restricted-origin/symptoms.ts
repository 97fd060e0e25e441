import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-restricted-origin',
  confirm:
    'Log in with the same user from an address that its authenticationRestrictions (clientSource, serverAddress) allow.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /authentication ?[Rr]estrictions?[^\n]{0,80}(?:not (?:met|satisfied)|unmet|fail\w{0,2}|clientSource)|AuthenticationRestrictionUnmet|clientSource/i,
      certainty: 'likely',
      weight: 4,
      sample: 'AuthenticationFailed: Failed to acquire user because of unmet authentication restrictions',
    },
    {
      driver: 'any',
      pattern: 'server:214',
      certainty: 'likely',
      weight: 4,
      sample: 'code: 214',
    },
    {
      driver: 'any',
      pattern: /unmet authentication restrictions|does not fall within: \[/,
      certainty: 'certain',
      weight: 4,
      sample:
        '"id":20240,"msg":"Failed to acquire user because of unmet authentication restrictions","attr":{"user":"ada@admin","reason":"10.0.0.7 does not fall within: [ 192.168.0.0/16 ]"}',
    },
  ],
}
