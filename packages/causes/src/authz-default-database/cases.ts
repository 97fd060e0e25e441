import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { atlasError, entitled, loggedIn, notAuthorized, operated } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const inTest = 'test.mongowhy_probe'

function user(path: string, readable: readonly string[] | null): EvidenceBuilder {
  const uri = given(`mongodb://ada:${casePassword}@a/${path}?authSource=admin`)
  return entitled(loggedIn(uri, { is: 'logged-in' }), { canFind: false, canWrite: false, readable })
}

export const cases: Cases = defineCases({
  code: 'authz-default-database',
  matching: [
    {
      name: 'code 13 on test, and rights elsewhere',
      evidence: operated(user('', ['shop']), 'read', notAuthorized, inTest).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the same of Atlas',
      evidence: operated(
        user('', ['shop', 'reports']),
        'read',
        atlasError(`user is not allowed to do action [find] on [${inTest}]`),
        inTest,
      ).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the database is named',
      evidence: operated(user('app', ['shop']), 'read', notAuthorized, 'app.mongowhy_probe').build(),
      at,
      is: 'absent',
      really: 'authz-missing-role',
    },
    {
      name: 'the path names test itself',
      evidence: operated(user('test', ['shop']), 'read', notAuthorized, inTest).build(),
      at,
      is: 'absent',
      really: 'authz-missing-role',
    },
    {
      name: 'a user that may read nothing',
      evidence: operated(user('', []), 'read', notAuthorized, inTest).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'a server that does not tell privileges',
      evidence: operated(user('', null), 'read', notAuthorized, inTest).build(),
      at,
      is: 'unknown',
      really: 'authz-missing-role',
    },
    {
      name: 'a user that may read test',
      evidence: operated(user('', ['test']), 'read', null, inTest).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a write elsewhere is refused',
      evidence: operated(
        operated(user('', ['test']), 'read', null, inTest),
        'insert',
        notAuthorized,
        'app.checks',
      ).build(),
      at,
      is: 'absent',
      really: 'authz-missing-role',
    },
  ],
})
