import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause, Citation } from '@mongowhy/core'

import { chosenMechanism, loginEnd } from '../kit/login.ts'
import { mechanismsTold } from '../kit/user-mechanisms.ts'

type Sign = 'edge' | 'misread'

interface Facts {
  readonly sign: Sign
  readonly tried: boolean
}

const passwords: readonly (string | null)[] = [null, 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'PLAIN']

export const cause: Cause = defineCause<Facts>({
  code: 'auth-secret-corrupted',
  title: 'The password carries something that does not belong to it',
  scope: 'target',
  refines: ['auth-rejected', 'auth-password-characters', 'auth-ldap'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    if (uri === undefined || !passwords.includes(chosenMechanism(evidence))) return unknown()
    const { password, passwordHasStrayEdges, passwordLooksMisread } = uri.saw.credentials
    if (password !== 'given') return absent(cite(uri, says`the string has no password`))
    const sign: Sign | null = passwordHasStrayEdges
      ? 'edge'
      : passwordLooksMisread === true
        ? 'misread'
        : null
    if (sign === null) return absent(cite(uri, says`the password begins and ends with visible characters`))
    const seen = cite(uri, wordsOf[sign])
    const end = loginEnd(evidence)
    if (end?.is === 'in') return absent(end.said)
    const because = (more: Citation[]): readonly [Citation, ...Citation[]] => [seen, ...more]
    if (end === null || end.is === 'none') {
      // Written out, such a character keeps the whole string from being used; encoded, it waits for the login.
      const raw = uri.saw.faults.some(({ kind }) => kind === 'control-character')
      return {
        is: 'present',
        certainty: raw ? 'likely' : 'possible',
        bearing: raw ? 'fault' : 'advisory',
        facts: { sign, tried: false },
        because: because([]),
      }
    }
    // Where the server does not know the user, the password is not what it refused.
    if (mechanismsTold(evidence)?.known === false) return unknown()
    const judged = end.is === 'refused' ? end.about === 'credentials' : end.byItself
    if (!judged) return unknown()
    return {
      is: 'present',
      certainty: 'likely',
      bearing: 'fault',
      facts: { sign, tried: true },
      because: because([end.said]),
    }
  },
  remedy: ({ sign, tried }) =>
    sign === 'edge' && tried ? { change: 'password', password: 'trimmed' } : null,
  advise: ({ sign, tried }) => ({
    title:
      sign === 'edge'
        ? says`The password begins or ends with white space or an invisible character`
        : says`The password looks like text that was read in a wrong encoding`,
    explanation:
      sign === 'edge'
        ? says`${tried ? 'It was sent as it stands, and the login failed.' : 'The login was not tried.'} A line break at the end is what echo, editors and some secret stores add to a file; a byte-order mark is what Windows editors put before it. A password that really has such an edge is rare, and looks the same from here.`
        : says`${tried ? 'It was sent as it stands, and the login failed.' : 'The login was not tried.'} It holds pairs of characters that come about when UTF-8 is read as Latin-1, or the sign for an unreadable character.`,
    steps:
      sign === 'edge'
        ? [
            says`Make the secret without a line break: printf '%s' "$PASSWORD" (not echo), and in a file for kubectl create secret --from-file likewise.`,
            says`Look at its last bytes without showing it: printenv NAME | tail -c 3 | od -c.`,
            says`Where code reads it from a file: trim it there.`,
          ]
        : [
            says`Save the file or the secret as UTF-8, and read it as UTF-8; in a connection string percent-encode its UTF-8 bytes: encodeURIComponent(password).`,
            says`If it cannot be settled: a new password of letters and digits ends the question.`,
          ],
    confirm: says`Log in once with the password typed by hand: mongosh "mongodb://HOST/?authSource=admin" --username NAME. If that works, it was this.`,
  }),
})

const wordsOf = {
  edge: says`the decoded password begins or ends with white space, a control character or a byte-order mark`,
  misread: says`the decoded password holds characters that a wrong encoding leaves behind`,
} as const
