import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { entitled, loggedIn, notAuthorized, operated, plainTowards } from '../kit/server-case.ts'

const at = null
const user = loggedIn(plainTowards(['a'], { effectiveAuthSource: 'admin' }), { is: 'logged-in' })

export const cases: Cases = defineCases({
  code: 'authz-list-only',
  matching: [
    {
      name: 'a role with find alone',
      evidence: operated(entitled(user, { canFind: true, canList: false }), 'read').build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'the built-in role',
      evidence: operated(entitled(user, { canFind: true, canList: true }), 'read').build(),
      at,
      is: 'absent',
    },
    {
      name: 'no right to read either',
      evidence: operated(entitled(user, { canFind: false, canList: false }), 'read', notAuthorized).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'a server without access control',
      evidence: operated(
        entitled(loggedIn(plainTowards(['a']), { is: 'no-credentials' }), {
          authenticated: false,
          canFind: null,
          canList: null,
        }),
        'read',
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'evidence from before listing was looked at',
      evidence: operated(entitled(user, { canFind: true }), 'read').build(),
      at,
      is: 'unknown',
    },
  ],
})
