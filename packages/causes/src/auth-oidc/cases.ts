import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { built, buildOf, drove, loggedIn, plainTowards, rejected, serverError } from '../kit/server-case.ts'
import { given } from '../kit/uri-case.ts'

const at = null
const oidc = { mechanism: 'MONGODB-OIDC', authSource: '$external' }
const base = plainTowards(['a'], { authMechanism: 'MONGODB-OIDC', effectiveAuthSource: '$external' })

function own(name: string, message: string, systemCode: string | null = null): ServerError {
  return serverError({ name, message, code: null, codeName: null, systemCode })
}

const missing = own(
  'MongoInvalidArgumentError',
  "Either a ENVIRONMENT, OIDC_CALLBACK, or OIDC_HUMAN_CALLBACK must be specified for mechanism 'MONGODB-OIDC'.",
)

export const cases: Cases = defineCases({
  code: 'auth-oidc',
  matching: [
    {
      name: 'the token is refused',
      evidence: loggedIn(base, rejected(serverError()), oidc).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the token is invalid',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 392, codeName: 'InvalidJWT', message: 'Token is expired' })),
        oidc,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the file of the token is not there',
      evidence: loggedIn(
        base,
        { is: 'failed', error: own('Error', 'ENOENT: no such file or directory', 'ENOENT') },
        oidc,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'neither environment nor callback',
      evidence: drove(base, { is: 'failed', error: missing, phase: 'parse' })
        .skipped('auth.login', null, {}, 'earlier-fault')
        .build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the server does not offer OIDC',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 334, codeName: 'MechanismUnavailable' })),
        oidc,
      ).build(),
      at,
      is: 'absent',
      really: 'auth-mechanism',
    },
    {
      name: 'a product that answers so where it lacks the mechanism',
      evidence: loggedIn(
        built(base, 'a:27017', buildOf({ is: 'other', name: 'FerretDB', sign: 'ferretdb' })),
        rejected(serverError()),
        oidc,
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-mechanism',
    },
    {
      name: 'the connection broke during the login',
      evidence: loggedIn(
        base,
        { is: 'failed', error: own('MongoNetworkError', 'connection closed', 'ECONNRESET') },
        oidc,
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a wrong password',
      evidence: loggedIn(plainTowards(['a']), rejected(serverError()), {
        mechanism: 'SCRAM-SHA-256',
      }).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'the driver does not accept another option',
      evidence: drove(given('mongodb://a/?authMechanism=MONGODB-OIDC&nonsense=1'), {
        is: 'failed',
        error: own('MongoInvalidArgumentError', 'option nonsense is not supported'),
        phase: 'parse',
      }).build(),
      at,
      is: 'unknown',
      really: 'uri-option-unknown',
    },
    { name: 'logged in', evidence: loggedIn(base, { is: 'logged-in' }, oidc).build(), at, is: 'absent' },
  ],
})
