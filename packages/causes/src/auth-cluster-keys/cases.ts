import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  loggedIn,
  memberHello,
  operated,
  plainTowards,
  rejected,
  replied,
  serverError,
} from '../kit/server-case.ts'

const at = null
const user = loggedIn(
  replied(plainTowards(['a'], { effectiveAuthSource: 'admin' }), 'a:27017', memberHello()),
  { is: 'logged-in' },
)
const noKeys = serverError({
  code: 211,
  codeName: 'KeyNotFound',
  message: 'Cache Reader No keys found for HMAC that is valid for time: { ts: Timestamp(1, 1) } with id: 0',
})

export const cases: Cases = defineCases({
  code: 'auth-cluster-keys',
  matching: [
    { name: 'ping', evidence: operated(user, 'ping', noKeys).build(), at, certainty: 'certain' },
    {
      name: 'the read, after a ping that needs no key',
      evidence: operated(operated(user, 'ping'), 'read', noKeys).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the read succeeds',
      evidence: operated(user, 'read').build(),
      at,
      is: 'absent',
    },
    {
      name: 'a role that is missing',
      evidence: operated(
        user,
        'read',
        serverError({ code: 13, codeName: 'Unauthorized', message: 'not authorized' }),
      ).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'a wrong password',
      evidence: loggedIn(
        plainTowards(['a'], { effectiveAuthSource: 'admin' }),
        rejected(serverError()),
      ).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
  ],
})
