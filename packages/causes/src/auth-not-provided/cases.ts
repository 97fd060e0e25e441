import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { entitled, loggedIn, notAuthorized, operated, plainTowards, serverError } from '../kit/server-case.ts'

const at = null
const nobody = loggedIn(plainTowards(['a']), { is: 'no-credentials' }, { authSource: null })

export const cases: Cases = defineCases({
  code: 'auth-not-provided',
  matching: [
    {
      name: 'a read is refused, and nobody is logged in',
      evidence: operated(
        entitled(operated(nobody, 'ping'), { authenticated: false, canFind: null, canWrite: null }),
        'read',
        serverError({ ...notAuthorized, message: 'command find requires authentication' }),
      ).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a server that refuses connectionStatus as well',
      evidence: operated(
        nobody.saw('authz.privileges', null, {}, { outcome: { is: 'failed', error: notAuthorized } }),
        'read',
        notAuthorized,
      ).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a server without access control',
      evidence: operated(entitled(nobody, { authenticated: false }), 'read').build(),
      at,
      is: 'absent',
    },
    {
      name: 'a login that lacks the role',
      evidence: operated(loggedIn(plainTowards(['a']), { is: 'logged-in' }), 'read', notAuthorized).build(),
      at,
      is: 'absent',
      really: 'authz-missing-role',
    },
    {
      name: 'the read failed for another reason',
      evidence: operated(nobody, 'read', serverError({ code: 50, codeName: 'MaxTimeMSExpired' })).build(),
      at,
      is: 'unknown',
    },
  ],
})
