import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-mechanism',
  confirm: `Ask the server which mechanisms it has for the user (\`db.hello({ saslSupportedMechs: 'admin.USER' })\`) and name one of them.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Received authentication for mechanism [A-Z0-9-]{1,40} which is (?:not enabled|unknown or not enabled|unknown)/,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: Received authentication for mechanism PLAIN which is not enabled',
    },
    {
      driver: 'any',
      pattern:
        /[Uu]nsupported (?:SASL )?(?:authentication )?mechanism:? ?\[?'?(?:PLAIN|GSSAPI|SCRAM-SHA-1|SCRAM-SHA-256|MONGODB-[A-Z0-9]{1,10})?|[Mm]echanism (?:is )?(?:not|un)(?: |-)?(?:supported|available|enabled)|MechanismUnavailable|auth mechanism[^\n]{0,40}(?:not supported by server|unavailable)|auth(?:entication)? mechanism (?:SCRAM-SHA-\d{1,3}|MONGODB-\w{2,5}|PLAIN|GSSAPI|provided) is not supported/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: Unsupported mechanism PLAIN',
    },
    {
      driver: 'any',
      pattern:
        /Unable to use SCRAM-SHA-(?:1|256) based authentication for user without any SCRAM-SHA-(?:1|256) credentials registered|without (?:a )?(?:stored )?SCRAM-SHA-(?:1|256) credential/,
      certainty: 'certain',
      weight: 4,
      sample:
        'Unable to use SCRAM-SHA-256 based authentication for user without any SCRAM-SHA-256 credentials registered',
    },
    {
      driver: 'any',
      pattern: 'server:334',
      certainty: 'certain',
      weight: 3,
      sample: 'code: 334',
    },
    {
      driver: 'any',
      pattern:
        /MONGODB-CR (?:authentication|credentials)[^\n]{0,60}(?:missing|failed|not)|AuthenticationFailed: MONGODB-CR credentials missing|SCRAM-SHA-1 (?:authentication )?(?:is )?(?:disabled|not enabled)|Failed to authenticate[^\n]{0,80}with mechanism (?:MONGODB-CR|\w{3,20}): (?:AuthenticationFailed: )?MONGODB-CR|does not support the authentication mechanism|Server at [^\n]{1,120} does not support (?:SCRAM|MONGODB-CR|PLAIN|GSSAPI)/i,
      certainty: 'likely',
      weight: 3,
      sample:
        'Failed to authenticate ada@admin with mechanism MONGODB-CR: AuthenticationFailed: MONGODB-CR credentials missing in the user document',
    },
    {
      driver: 'any',
      pattern: /Authentication mechanism/i,
      certainty: 'possible',
      sample: 'MongoServerError: Authentication mechanism',
    },
    {
      driver: 'any',
      pattern: /no such c(?:ommand|md):? .?(?:saslStart|saslContinue)/,
      certainty: 'likely',
      weight: 3,
      sample: "Command failed with error 59: 'no such cmd: saslStart' on server localhost:27017",
    },
  ],
}
