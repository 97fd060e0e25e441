import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import {
  atlasError,
  loggedIn,
  notAuthorized,
  operated,
  plainTowards,
  serverError,
} from '../kit/server-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })
const strict = serverError({
  code: 323,
  codeName: 'APIStrictError',
  message: 'Provided apiStrict:true, but the command find is not in API Version 1',
})

export const cases: Cases = defineCases({
  code: 'authz-tier-command',
  matching: [
    {
      name: 'a command that the tier does not allow',
      evidence: operated(user, 'read', atlasError('CMD_NOT_ALLOWED: find')).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an option that the tier does not allow',
      evidence: operated(
        user,
        'read',
        atlasError('noTimeout cursors are disallowed in this atlas tier'),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the strict API',
      evidence: operated(operated(user, 'ping'), 'read', strict).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an action that the role lacks',
      evidence: operated(
        user,
        'read',
        atlasError('user is not allowed to do action [find] on [app.orders]'),
      ).build(),
      at,
      is: 'unknown',
      really: 'authz-atlas-action',
    },
    {
      name: 'a role that is missing',
      evidence: operated(user, 'read', notAuthorized).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'only our question for the rights is refused by the strict API, and the read works',
      evidence: operated(
        user.saw('authz.privileges', null, {}, { outcome: { is: 'failed', error: strict } }),
        'read',
      ).build(),
      at,
      is: 'absent',
    },
  ],
})
