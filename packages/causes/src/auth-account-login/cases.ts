import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { atlasError, loggedIn, rejected, serverError } from '../kit/server-case.ts'
import { casePassword, given } from '../kit/uri-case.ts'

const at = null
const account = given(`mongodb://ada%40example.com:${casePassword}@a/`)
const user = given(`mongodb://ada:${casePassword}@a/`)
const badAuth = rejected(atlasError('bad auth : authentication failed'))

export const cases: Cases = defineCases({
  code: 'auth-account-login',
  matching: [
    {
      name: 'Atlas refuses a user that looks like an e-mail address',
      evidence: loggedIn(account, badAuth).build(),
      at,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'Atlas refuses another user',
      evidence: loggedIn(user, badAuth).build(),
      at,
      is: 'absent',
      really: 'auth-rejected',
    },
    {
      name: 'a server of one’s own refuses a user that looks like an e-mail address',
      evidence: loggedIn(account, rejected(serverError())).build(),
      at,
      is: 'unknown',
      really: 'auth-rejected',
    },
    {
      name: 'Atlas forbids an action',
      evidence: loggedIn(
        account,
        rejected(atlasError('user is not allowed to do action [find] on [app.orders]')),
      ).build(),
      at,
      is: 'unknown',
      really: 'authz-atlas-action',
    },
    {
      name: 'such a user logs in',
      evidence: loggedIn(account, { is: 'logged-in' }).build(),
      at,
      is: 'absent',
    },
  ],
})
