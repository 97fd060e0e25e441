import type { LoginSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { loggedIn, notAuthorized, rejected, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const refused: LoginSighting['outcome'] = rejected(serverError())
const twice = 'mongodb://ada:can%2540ary@db.lab.test/'

export const cases: Cases = defineCases({
  code: 'uri-double-encoded',
  matching: [
    {
      name: 'the password, and the server rejects it',
      evidence: loggedIn(given(twice), refused).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'the user name, an e-mail address',
      evidence: loggedIn(given(`mongodb://ada%2540lab.test:${casePassword}@db.lab.test/`), refused).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'no login was tried',
      evidence: given(twice).build(),
      at: null,
      certainty: 'possible',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'encoded once',
      evidence: loggedIn(given('mongodb://ada:can%40ary@db.lab.test/'), refused).build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'a password that has such characters: the login succeeds',
      evidence: loggedIn(given(twice), { is: 'logged-in' }).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'escapes that no encoder writes',
      evidence: loggedIn(given('mongodb://ada:can%2541ry@db.lab.test/'), refused).build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'an escape beside characters that an encoder would have escaped',
      evidence: loggedIn(given('mongodb://ada:can%2540%20ary@db.lab.test/'), refused).build(),
      at: null,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'a percent sign that was not encoded at all',
      evidence: given('mongodb://ada:100%@db.lab.test/').build(),
      at: null,
      is: 'absent',
      really: 'uri-bare-percent',
    },
    {
      name: 'the login is refused for another reason',
      evidence: loggedIn(given(twice), rejected(notAuthorized)).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
