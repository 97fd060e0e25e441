import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'
import { userHome } from '../kit/user-home.ts'
import { accessLog } from '../kit/operator.ts'

interface Facts {
  readonly authSource: string
}

const userNotFound = 11
const external = '$external'

export const cause: Cause = defineCause<Facts>({
  code: 'auth-user-missing',
  title: 'The user does not exist',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const end = loginEnd(evidence)
    if (end === null) return unknown()
    if (end.is === 'in') return absent(end.said)
    if (end.is !== 'refused' || end.about !== 'credentials') return unknown()
    const authSource = end.login.saw.authSource ?? 'admin'
    if (authSource === external) return unknown()
    const facts = { authSource }
    if (end.error.code === userNotFound) {
      return { is: 'present', certainty: 'certain', bearing: 'fault', facts, because: [end.said] }
    }
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
      case 'elsewhere':
        return absent(cite(home.look, says`the server knows the user in ${home.database}`))
      case 'not-here':
        // Elsewhere than in admin, another database is the likelier reason, and auth-source-wrong names it.
        if (authSource !== 'admin') return unknown()
        break
      case 'nowhere':
        break
    }
    const others = home.is === 'nowhere' ? home.others : []
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts,
      because: [
        cite(
          home.own,
          says`asked for the user's mechanisms in ${authSource}, the server named none, as for a user that it does not have there`,
        ),
        ...others.map((look) =>
          cite(look, says`asked for those in ${look.ask.vary.mechanismsIn ?? ''}, it named none either`),
        ),
        end.said,
      ],
    }
  },
  advise: ({ authSource }) => ({
    title: says`The server has no such user in ${authSource}`,
    explanation: says`It is not the password: for a user that ${authSource} has, this server would have named the mechanisms, and it named none. The name may be misspelt, the user may have been created in another database or on another deployment, or never.`,
    steps: [
      says`As an administrator in mongosh: db.getSiblingDB("admin").system.users.find({}, { user: 1, db: 1 }) lists every user with its database. Names are case-sensitive.`,
      says`If it stands there with another database: add authSource=THAT to the connection string.`,
      says`If it is not there: use ${authSource}, then db.createUser({ user: "NAME", pwd: passwordPrompt(), roles: [{ role: "readWrite", db: "DATABASE" }] }).`,
      says`In a container: MONGO_INITDB_ROOT_USERNAME creates a user on an empty volume only; a volume from before keeps its users of before.`,
    ],
    operator: [
      says`\`db.getSiblingDB("admin").system.users.find({}, { user: 1, db: 1 })\`: whether the user exists, in ${authSource} or elsewhere.`,
      accessLog,
    ],
    confirm: says`The server's log at the time of the login (component ACCESS) says UserNotFound.`,
  }),
})
