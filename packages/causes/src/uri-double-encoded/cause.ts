import { absent, cite, defineCause, firstSeen, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { loginOf, refusalOf, rejection } from '../kit/session.ts'
import { encodeStep } from '../kit/uri.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'

type Part = 'username' | 'password'

interface Facts {
  readonly parts: readonly Part[]
  readonly rejected: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-double-encoded',
  title: 'The password or the user name was percent-encoded twice',
  scope: 'target',
  refines: ['auth-rejected'],
  infer: (evidence) => {
    const look = firstSeen(evidence, 'uri.parse')
    if (look === undefined || look.saw.given === 'empty') return unknown()
    const { username, looksEncoded: parts = [] } = look.saw.credentials
    if (username !== 'given') return absent(cite(look, says`the string has no user name`))
    if (parts.length === 0) {
      return absent(cite(look, says`decoded once, neither the user name nor the password is encoded still`))
    }
    // A string that drivers refuse logs in nowhere.
    if (look.saw.readings.some(({ by, outcome }) => by === 'node' && outcome === 'refuses')) return unknown()
    const login = loginOf(evidence)
    if (login?.saw.outcome.is === 'logged-in') return absent(cite(login, says`the login succeeded with it`))
    const refused = rejection(login)
    const rejected = refused !== null && refusalOf(refused.error) === 'credentials'
    if (refused !== null && !rejected) return unknown()
    // Where the server does not know the user, an odd password is not what it refused.
    if (!parts.includes('username') && mechanismsTold(evidence)?.known === false) return unknown()
    const what = cite(
      look,
      together(
        says`decoded once, as drivers do it,`,
        named(parts),
        says`still holds nothing but escapes and plain characters`,
      ),
    )
    return {
      is: 'present',
      // Somebody may have chosen `100%25` for a password.
      certainty: rejected ? 'likely' : 'possible',
      bearing: rejected ? 'fault' : 'advisory',
      facts: { parts, rejected },
      because:
        login !== undefined && rejected ? [what, cite(login, says`the server rejected the login`)] : [what],
    }
  },
  remedy: ({ parts, rejected }) =>
    rejected && parts.includes('password') ? { change: 'password', password: 'decoded-once-more' } : null,
  advise: ({ parts, rejected }) => ({
    title: together(says`Encoded twice, it seems:`, named(parts)),
    explanation: together(
      says`Drivers decode the user name and the password once. What is left here looks as an encoder writes it: %40 where an @ should be, %3A where a colon should be.`,
      rejected
        ? says`The server was sent that text, escapes and all, and rejected it.`
        : says`If it was encoded twice, the server will be sent the escapes and will reject the login.`,
    ),
    steps: [
      says`Encode it once. If the code calls encodeURIComponent, quote_plus or url.QueryEscape, give it the plain text, not one that was encoded for the string before.`,
      encodeStep,
      says`Where a driver or framework takes user and password as separate settings, write them there plainly: nothing is decoded then.`,
    ],
    confirm: says`Replace each %25 in that part of the string by % and connect once. If it works, it was encoded twice; if not, the escapes belong to the password.`,
  }),
})

function named(parts: readonly Part[]): Phrase {
  return listed(parts.map((part) => (part === 'username' ? 'the user name' : 'the password')))
}
