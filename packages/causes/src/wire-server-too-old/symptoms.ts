import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-server-too-old',
  confirm: `Ask the server for its version (\`db.version()\` from a shell that still connects) and compare it with what the driver's release needs.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /reports (?:maximum )?wire version \(?-?\d{1,3}\)?, but this version of (?:the )?[\w.+ -]{2,30} requires (?:at least )?\(?-?\d{1,3}/,
      certainty: 'certain',
      weight: 2,
      sample:
        'MongoCompatibilityError: Server at 127.0.0.1:27017 reports maximum wire version 6, but this version of the Node.js Driver requires at least 9 (MongoDB 4.4)',
    },
    {
      driver: 'any',
      pattern:
        /requires at least(?: wire version)? \d{1,3} \(MongoDB \d\.\d\)|(?:only )?supports? (?:wire )?(?:protocol )?versions? up to \d|server is too old|less than the minimum (?:required|supported)? ?wire version|incompatible with (?:the )?server[^\n]{0,60}too old|wireVersion[^\n]{0,60}(?:lower|less) than/i,
      certainty: 'certain',
      weight: 1,
      sample: 'server is too old',
    },
    {
      driver: 'any',
      pattern:
        /(?:command|option|operator|stage|field|feature|transactions?|sessions?)[^\n]{0,40}is not supported by this (?:server|version of MongoDB)[^\n]{0,40}|(?:requires?|needs?) (?:MongoDB|server)(?: server)? (?:version )?\d\.\d(?: or (?:later|newer|higher))/i,
      with: [/mongo/i],
      unless: [/MONGODB-CR/],
      certainty: 'likely',
      sample: 'MongoError: Transactions require MongoDB 4.0 or later',
    },
    {
      driver: 'prisma',
      pattern: /Unrecognized pipeline stage name|unknown top level operator/,
      certainty: 'possible',
      weight: 1,
      sample: `MongoServerError: Unrecognized pipeline stage name: '$unset'`,
    },
    {
      driver: 'any',
      pattern:
        /[Cc]urrent topology does not support sessions|deployment that does not support sessions|Sessions are not supported by the MongoDB cluster/,
      certainty: 'possible',
      weight: 3,
      sample: 'MongoError: Current topology does not support sessions',
    },
    {
      driver: 'any',
      pattern: /no such c(?:ommand|md):? .?(?:saslStart|saslContinue)/,
      certainty: 'possible',
      weight: 1,
      sample: "Command failed with error 59: 'no such cmd: saslStart' on server localhost:27017",
    },
  ],
}
