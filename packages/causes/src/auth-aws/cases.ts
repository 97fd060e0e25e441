import type { ServerError } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  atlasError,
  built,
  buildOf,
  loggedIn,
  plainTowards,
  rejected,
  serverError,
} from '../kit/server-case.ts'

const at = null
const aws = { mechanism: 'MONGODB-AWS', authSource: '$external' }
const base = plainTowards(['a'], { authMechanism: 'MONGODB-AWS', effectiveAuthSource: '$external' })

function own(name: string, message: string, systemCode: string | null = null): ServerError {
  return serverError({ name, message, code: null, codeName: null, systemCode })
}

export const cases: Cases = defineCases({
  code: 'auth-aws',
  matching: [
    {
      name: 'Atlas knows no user for the ARN',
      evidence: loggedIn(
        base,
        rejected(atlasError('bad auth : user arn:aws:iam::123456789012:role/app is not found')),
        aws,
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a server of one’s own refuses',
      evidence: loggedIn(base, rejected(serverError()), aws).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'nothing gave credentials',
      evidence: loggedIn(
        base,
        {
          is: 'failed',
          error: own('MongoMissingCredentialsError', 'Could not obtain temporary MONGODB-AWS credentials'),
        },
        aws,
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the AWS SDK is not installed',
      evidence: loggedIn(
        base,
        { is: 'failed', error: own('MongoAWSError', 'Optional module not found', 'MODULE_NOT_FOUND') },
        aws,
      ).build(),
      at,
      is: 'unknown',
      really: 'env-module-missing',
    },
    {
      name: 'the server does not have the mechanism',
      evidence: loggedIn(
        base,
        rejected(serverError({ code: 334, codeName: 'MechanismUnavailable' })),
        aws,
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
        aws,
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
        aws,
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'a wrong password',
      evidence: loggedIn(plainTowards(['a']), rejected(serverError()), { mechanism: null }).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    { name: 'logged in', evidence: loggedIn(base, { is: 'logged-in' }, aws).build(), at, is: 'absent' },
  ],
})
