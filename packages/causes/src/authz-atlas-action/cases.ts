import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { atlasError, loggedIn, notAuthorized, operated, plainTowards } from '../kit/server-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })

export const cases: Cases = defineCases({
  code: 'authz-atlas-action',
  matching: [
    {
      name: 'the read',
      evidence: operated(
        user,
        'read',
        atlasError('user is not allowed to do action [find] on [app.orders]'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the write, after a read that is allowed',
      evidence: operated(
        operated(user, 'read'),
        'insert',
        atlasError('user is not allowed to do action [insert] on [app.orders]'),
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a server of one’s own says it with code 13',
      evidence: operated(user, 'read', notAuthorized).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'code 8000 for a quota',
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
      name: 'code 8000 for what the tier does not have',
      evidence: operated(user, 'read', atlasError('CMD_NOT_ALLOWED: find')).build(),
      at,
      is: 'unknown',
      really: 'authz-tier-command',
    },
    {
      name: 'code 8000 for the login',
      evidence: loggedIn(plainTowards(['a']), {
        is: 'rejected',
        error: atlasError('bad auth : authentication failed'),
      }).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    { name: 'the read is allowed', evidence: operated(user, 'read').build(), at, is: 'absent' },
  ],
})
