import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  atlasError,
  entitled,
  loggedIn,
  notAuthorized,
  operated,
  plainTowards,
  serverError,
} from '../kit/server-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })
const other = entitled(user, { roles: [{ role: 'readWrite', db: 'shop' }], canFind: false, canWrite: false })

export const cases: Cases = defineCases({
  code: 'authz-missing-role',
  matching: [
    {
      name: 'a read is refused with code 13',
      evidence: operated(operated(other, 'ping'), 'read', notAuthorized).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'Atlas names the action',
      evidence: operated(
        user,
        'read',
        atlasError('user is not allowed to do action [find] on [app.orders]'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'reading is allowed, the write check is not',
      evidence: operated(
        operated(entitled(user, { roles: [{ role: 'read', db: 'app' }], canWrite: false }), 'read'),
        'insert',
        notAuthorized,
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'nobody logged in',
      evidence: operated(
        loggedIn(plainTowards(['a']), { is: 'no-credentials' }),
        'read',
        notAuthorized,
      ).build(),
      at,
      is: 'absent',
      really: 'auth-not-provided',
    },
    {
      name: 'over the quota',
      evidence: operated(
        operated(user, 'read'),
        'insert',
        atlasError('you are over your space quota, using 513 MB of 512 MB'),
      ).build(),
      at,
      is: 'absent',
      really: 'ops-quota',
    },
    {
      name: 'the read timed out',
      evidence: operated(user, 'read', serverError({ code: 50, codeName: 'MaxTimeMSExpired' })).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'the login failed',
      evidence: loggedIn(plainTowards(['a']), {
        is: 'rejected',
        error: serverError(),
      }).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    { name: 'reading works', evidence: operated(other, 'read').build(), at, is: 'absent' },
  ],
})
