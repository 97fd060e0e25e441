import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { loginOf, refusalOf, rejection } from '../kit/session.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'

interface Facts {
  readonly authSource: string
  readonly byDefault: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'auth-source-wrong',
  title: 'The user lives in another authentication database',
  scope: 'target',
  refines: ['auth-rejected', 'uri-authsource-defaulted'],
  infer: (evidence) => {
    const login = loginOf(evidence)
    if (login === undefined) return unknown()
    const { authSource } = login.saw
    const refused = rejection(login)
    if (login.saw.outcome.is === 'logged-in') {
      return absent(cite(login, says`the login against ${authSource ?? 'admin'} succeeded`))
    }
    if (refused === null || refusalOf(refused.error) !== 'credentials') return unknown()
    if (authSource === null || authSource === 'admin' || authSource === '$external') {
      return absent(cite(login, says`the login was made against ${authSource ?? 'admin'}`))
    }
    const uri = uriOf(evidence)
    const byDefault = uri?.effective.authSource === null
    const told = mechanismsTold(evidence)
    if (told === undefined) return unknown()
    if (told.known) {
      return absent(
        cite(told.look, says`the server knows the user in ${authSource}: it named its mechanisms`),
      )
    }
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { authSource, byDefault },
      because: [
        cite(
          told.look,
          says`asked for the user's mechanisms in ${authSource}, the server named none, as for a user that it does not have there`,
        ),
        cite(login, says`it refused the login against ${authSource}`),
      ],
    }
  },
  remedy: () => ({ change: 'options', options: { authSource: 'admin' } }),
  advise: ({ authSource, byDefault }) => ({
    title: says`The user is not in ${authSource}, the database that the login was made against`,
    explanation: says`MongoDB keeps each user in one authentication database, most often admin.${byDefault ? ' The connection string names none, so the database of its path was taken.' : ''} For a user that ${authSource} has, this server would have named the mechanisms; it named none. A misspelt user name looks the same.`,
    steps: [
      says`Add authSource=admin to the connection string${byDefault ? '' : ' in place of the one that is there'}; the database of the path stays as it is.`,
      says`To see where the user lives, as an administrator in mongosh: db.getSiblingDB("admin").system.users.find({ user: "NAME" }, { db: 1 }).`,
      says`If it is in none: create it there, with db.createUser on the database that authSource names.`,
    ],
    confirm: says`Log in once with authSource=admin: if that succeeds it was this, if not the user name is misspelt or does not exist.`,
  }),
})
