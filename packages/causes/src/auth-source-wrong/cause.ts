import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, HelloSighting } from '@mongowhy/core'

import { uriOf } from '../kit/deployment.ts'
import { loginEnd } from '../kit/login.ts'
import { userHome } from '../kit/user-home.ts'
import { accessLog } from '../kit/operator.ts'

interface Facts {
  readonly authSource: string
  readonly byDefault: boolean
  /** Where the server says that the user is; null where it did not say. */
  readonly home: string | null
}

/** Whether the user has the mechanism that the connection string asks for, by what the server says of the user. */
function mayUse({ outcome }: HelloSighting, mechanism: string | null): boolean {
  const named = outcome.is === 'reply' ? (outcome.hello.saslSupportedMechs ?? []) : []
  return mechanism === null || named.length === 0 || named.includes(mechanism)
}

export const cause: Cause = defineCause<Facts>({
  code: 'auth-source-wrong',
  title: 'The user lives in another authentication database',
  scope: 'target',
  refines: ['auth-rejected', 'uri-authsource-defaulted'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    const authSource = end.login.saw.authSource ?? 'admin'
    if (end.is === 'in') return absent(cite(end.login, says`the login against ${authSource} succeeded`))
    if (end.is !== 'refused' || end.about !== 'credentials' || authSource === '$external') return unknown()
    const byDefault = uriOf(evidence)?.effective.authSource === null
    const home = userHome(evidence, authSource)
    switch (home.is) {
      case 'unknown':
        return unknown()
      case 'unasked':
        return unknown(...home.missing)
      case 'here':
        return absent(
          cite(home.look, says`the server knows the user in ${authSource}: it named its mechanisms`),
        )
      case 'nowhere':
        return absent(
          ...home.others.map((look) =>
            cite(look, says`the server has no such user in ${look.ask.vary.mechanismsIn ?? ''} either`),
          ),
        )
      case 'elsewhere':
        // There the login would be refused as well, for the mechanism.
        if (!mayUse(home.look.saw, end.login.saw.mechanism)) return unknown()
        return {
          is: 'present',
          certainty: 'certain',
          bearing: 'fault',
          facts: { authSource, byDefault, home: home.database },
          because: [
            cite(home.own, says`asked for the user's mechanisms in ${authSource}, the server named none`),
            cite(home.look, says`asked for those in ${home.database}, it named them: the user is there`),
            end.said,
          ],
        }
      case 'not-here':
        // Nobody looks for users in admin by mistake; there the user is missing.
        if (authSource === 'admin') return unknown()
        return {
          is: 'present',
          certainty: 'likely',
          bearing: 'fault',
          facts: { authSource, byDefault, home: null },
          because: [
            cite(
              home.own,
              says`asked for the user's mechanisms in ${authSource}, the server named none, as for a user that it does not have there`,
            ),
            end.said,
          ],
        }
    }
  },
  remedy: ({ home }) => ({ change: 'options', options: { authSource: home ?? 'admin' } }),
  advise: ({ authSource, byDefault, home }) => ({
    title:
      home === null
        ? says`The user is not in ${authSource}, the database that the login was made against`
        : says`The user is in ${home}, and the login was made against ${authSource}`,
    explanation: says`MongoDB keeps each user in one authentication database, most often admin.${byDefault ? ' The connection string names none, so the database of its path was taken.' : ''} ${home === null ? `For a user that ${authSource} has, this server would have named the mechanisms; it named none. A misspelt user name looks the same.` : 'The password was not compared: there was nobody to compare it with.'}`,
    steps: [
      says`Add authSource=${home ?? 'admin'} to the connection string${byDefault ? '' : ' in place of the one that is there'}; the database of the path stays as it is.`,
      ...(home === null
        ? [
            says`To see where the user lives, as an administrator in mongosh: db.getSiblingDB("admin").system.users.find({ user: "NAME" }, { db: 1 }).`,
            says`If it is in none: create it there, with db.createUser on the database that authSource names.`,
          ]
        : []),
    ],
    operator: [
      says`\`db.getSiblingDB("admin").system.users.find({}, { user: 1, db: 1 })\`: the database that the user was created in.`,
      accessLog,
    ],
    ...(home === null
      ? {
          confirm: says`Log in once with authSource=admin: if that succeeds it was this, if not the user name is misspelt or does not exist.`,
        }
      : {}),
  }),
})
