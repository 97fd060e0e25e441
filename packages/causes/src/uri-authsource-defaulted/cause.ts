import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { effective, firstAnswer, seedList } from '../kit/deployment.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'

interface Facts {
  readonly database: string
  readonly rejected: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-authsource-defaulted',
  title: 'The login goes to the database of the path, for want of authSource',
  scope: 'target',
  infer: (evidence) => {
    const look = firstSeen(evidence, 'uri.parse')
    const options = effective(evidence)
    if (look === undefined || options === undefined || look.saw.given === 'empty') return unknown()
    const { database, credentials, faults, scheme, hosts, readings } = look.saw
    // A string that drivers refuse logs in nowhere.
    if (readings.some(({ by, outcome }) => by === 'node' && outcome === 'refuses')) return unknown()
    if (credentials.username !== 'given') return absent(cite(look, says`the string has no user name`))
    if (options.authSource !== null)
      return absent(cite(look, says`authSource is given: ${options.authSource}`))
    // Glued options make a database of their own, and another cause names that.
    if (database === null || database === 'admin' || faults.some(({ kind }) => kind === 'options-glued')) {
      return absent(cite(look, says`no other database than admin stands in the path`))
    }
    if (options.effectiveAuthSource !== database) {
      return absent(cite(look, says`the mechanism does not take the database of the path`))
    }
    const txt = firstAnswer(evidence, hosts[0]?.host ?? '', 'TXT')?.saw.outcome
    const txtSaysNothing = txt === 'answer' || txt === 'nodata' || txt === 'nxdomain'
    // The TXT record of an Atlas name gives authSource; before it was read nothing is known, nor where the name itself is
    // wrong: that no record stands at a name that nobody has is no lack of one.
    if (scheme === 'mongodb+srv' && (!txtSaysNothing || seedList(evidence).length === 0)) return unknown()
    const login = firstSeen(evidence, 'auth.login')
    if (login?.saw.outcome.is === 'logged-in') {
      return absent(cite(login, says`the login with database ${database} succeeded`))
    }
    const known = mechanismsTold(evidence)
    if (known?.known === true) {
      return absent(cite(known.look, says`the server knows the user in ${database}: it named its mechanisms`))
    }
    const rejected = login?.saw.outcome.is === 'rejected'
    const what = cite(
      look,
      says`the path names ${database}, no authSource is given, and so the user is looked up there`,
    )
    return {
      is: 'present',
      certainty: 'possible',
      bearing: rejected ? 'fault' : 'advisory',
      facts: { database, rejected },
      because:
        login !== undefined && rejected ? [what, cite(login, says`the server rejected the login`)] : [what],
    }
  },
  remedy: ({ rejected }) => (rejected ? { change: 'options', options: { authSource: 'admin' } } : null),
  advise: ({ database, rejected }) => ({
    title: says`The user is looked up in database ${database}, since no authSource is given`,
    explanation: rejected
      ? says`Without authSource, drivers log in against the database of the path. The server rejected that. Users are mostly created in admin; if yours was, this is the reason.`
      : says`Without authSource, drivers log in against the database of the path. That is right only if the user was created there; users are mostly created in admin.`,
    steps: [
      says`If the user was created in admin (Atlas: always), add authSource=admin to the options.`,
      says`If it was created in ${database}, add authSource=${database}, so that the string says what it means.`,
    ],
    confirm: says`Ask where the user lives, as an administrator: ${'db.getSiblingDB("admin").system.users.find({user: "NAME"}, {db: 1})'}`,
  }),
})
