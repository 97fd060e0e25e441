import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { atlasError, built, buildOf, loggedIn, plainTowards, rejected } from '../kit/server-case.ts'
import { replied, serverError, toldOf } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = null
const seed = 'a:27017'
const refused = rejected(serverError())
const mongodb = buildOf({ is: 'mongodb' })

function asked(mechanisms: readonly string[] | null, source = 'admin', wire = 21): EvidenceBuilder {
  const hello = { ...standaloneHello, maxWireVersion: wire, saslSupportedMechs: mechanisms }
  return built(replied(plainTowards(['a'], { effectiveAuthSource: source }), seed, hello), seed, mongodb)
}

export const cases: Cases = defineCases({
  code: 'auth-user-missing',
  matching: [
    {
      name: 'no mechanisms for the user in admin',
      evidence: loggedIn(asked(null), refused).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'told outright',
      evidence: loggedIn(
        asked(null),
        rejected(serverError({ code: 11, codeName: 'UserNotFound', message: 'Could not find user' })),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'neither in the database of the path nor in admin',
      evidence: loggedIn(toldOf(asked(null, 'app'), seed, 'admin', null), refused, {
        authSource: 'app',
      }).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'in admin, and looked for elsewhere',
      evidence: loggedIn(toldOf(asked(null, 'app'), seed, 'admin', ['SCRAM-SHA-256']), refused, {
        authSource: 'app',
      }).build(),
      at,
      is: 'absent',
      really: 'auth-source-wrong',
    },
    {
      name: 'the user is there, so it is the password',
      evidence: loggedIn(asked(['SCRAM-SHA-256']), refused).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'not in the database of the path',
      evidence: loggedIn(asked(null, 'app'), refused, { authSource: 'app' }).build(),
      at,
      is: 'unknown',
      really: 'auth-source-wrong',
    },
    {
      name: 'a release that names mechanisms for anybody',
      evidence: loggedIn(asked(['SCRAM-SHA-256'], 'admin', 27), refused).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'Atlas, which was not asked and tells nothing',
      evidence: loggedIn(
        plainTowards(['a'], { effectiveAuthSource: 'admin' }),
        rejected(atlasError('bad auth : authentication failed')),
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'a certificate whose user does not exist',
      evidence: loggedIn(
        plainTowards(['a'], { effectiveAuthSource: '$external', authMechanism: 'MONGODB-X509' }),
        rejected(serverError({ code: 11, codeName: 'UserNotFound' })),
        { mechanism: 'MONGODB-X509', authSource: '$external' },
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-x509',
    },
    {
      name: 'logged in',
      evidence: loggedIn(asked(['SCRAM-SHA-1']), { is: 'logged-in' }).build(),
      at,
      is: 'absent',
    },
  ],
})
