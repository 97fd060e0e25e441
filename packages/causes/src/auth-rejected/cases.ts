import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import {
  atlasError,
  buildOf,
  built,
  loggedIn,
  plainTowards,
  rejected,
  replied,
  serverError,
} from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const base = plainTowards(['a'], { effectiveAuthSource: 'admin' })
const at = null

function foreign(mechanisms: readonly string[] | null): EvidenceBuilder {
  const hello = { ...standaloneHello, saslSupportedMechs: mechanisms }
  return built(
    replied(base, 'a:27017', hello),
    'a:27017',
    buildOf({ is: 'other', name: 'FerretDB', sign: 'buildInfo.ferretdb' }),
  )
}

export const cases: Cases = defineCases({
  code: 'auth-rejected',
  matching: [
    {
      name: 'code 18 to the proof',
      evidence: loggedIn(base, rejected(serverError())).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Atlas, code 8000: bad auth',
      evidence: loggedIn(base, rejected(atlasError('bad auth : authentication failed'))).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Atlas, the older wording',
      evidence: loggedIn(base, rejected(atlasError('bad auth : Authentication failed.'))).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an unknown user, told outright',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 11, codeName: 'UserNotFound', message: 'Could not find user' })),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'code 18 of a server that is not MongoDB’s own',
      evidence: loggedIn(foreign(null), rejected(serverError())).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'code 18 of a server that is not MongoDB’s own and knows the user',
      evidence: loggedIn(foreign(['SCRAM-SHA-256']), rejected(serverError())).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'Atlas, code 8000: no server name was sent',
      evidence: loggedIn(
        base,
        rejected(atlasError('no SNI name sent, make sure using a MongoDB 3.4+ driver/shell.')),
      ).build(),
      at,
      is: 'absent',
      really: 'tls-sni-missing',
    },
    {
      name: 'Atlas, code 8000: over the quota',
      evidence: loggedIn(
        base,
        rejected(atlasError('you are over your space quota, using 513 MB of 512 MB')),
      ).build(),
      at,
      is: 'absent',
      really: 'ops-quota',
    },
    {
      name: 'Atlas, code 8000: an action that the role lacks',
      evidence: loggedIn(
        base,
        rejected(atlasError('user is not allowed to do action [find] on [app.orders]')),
      ).build(),
      at,
      is: 'absent',
      really: 'authz-missing-role',
    },
    {
      name: 'a mechanism that the server does not have',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 334, codeName: 'MechanismUnavailable' })),
      ).build(),
      at,
      is: 'absent',
      really: 'auth-mechanism',
    },
    {
      name: 'the connection broke during the login',
      evidence: loggedIn(base, {
        is: 'failed',
        error: serverError({ name: 'MongoNetworkError', code: null, codeName: null, message: 'closed' }),
      }).build(),
      at,
      is: 'unknown',
    },
    { name: 'logged in', evidence: loggedIn(base, { is: 'logged-in' }).build(), at, is: 'absent' },
    {
      name: 'the login was not reached',
      evidence: base.skipped('auth.login', null, {}, 'earlier-fault').build(),
      at,
      is: 'unknown',
    },
  ],
})
