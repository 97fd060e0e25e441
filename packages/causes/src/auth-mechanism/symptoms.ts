import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-mechanism',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Received authentication for mechanism [A-Z0-9-]{1,40} which is (?:not enabled|unknown or not enabled)/,
      certainty: 'certain',
      sample: 'MongoServerError: Received authentication for mechanism PLAIN which is not enabled',
    },
    {
      driver: 'any',
      pattern:
        /Unsupported (?:SASL )?(?:authentication )?mechanism:? '?(?:PLAIN|GSSAPI|SCRAM-SHA-1|SCRAM-SHA-256|MONGODB-[A-Z0-9]{1,10})?/,
      certainty: 'likely',
      sample: 'MongoServerError: Unsupported mechanism PLAIN',
    },
    {
      driver: 'any',
      pattern:
        /Unable to use SCRAM-SHA-(?:1|256) based authentication for user without any SCRAM-SHA-(?:1|256) credentials registered/,
      certainty: 'certain',
      sample:
        'Unable to use SCRAM-SHA-256 based authentication for user without any SCRAM-SHA-256 credentials registered',
    },
    {
      driver: 'go',
      pattern: /unable to authenticate using mechanism "[A-Z0-9-]{1,40}": \(MechanismUnavailable\)/,
      certainty: 'certain',
      sample:
        'auth error: unable to authenticate using mechanism "PLAIN": (MechanismUnavailable) Received authentication for mechanism PLAIN which is not enabled',
    },
  ],
}
