import { absent, cite, defineCause, firstSeen, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { loginEnd } from '../kit/login.ts'

interface Facts {
  readonly characters: 'unfit' | 'beyond-ascii'
  readonly driver: string
}

const prepared: readonly (string | null)[] = [null, 'SCRAM-SHA-256']

export const cause: Cause = defineCause<Facts>({
  code: 'auth-password-characters',
  title: 'The password has characters that SCRAM-SHA-256 does not take',
  scope: 'target',
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    const uri = firstSeen(evidence, 'uri.parse')
    const end = loginEnd(evidence)
    if (uri === undefined || end === null) return unknown()
    if (end.is === 'in') return absent(end.said)
    const { passwordCharacters } = uri.saw.credentials
    if (passwordCharacters === undefined) return unknown()
    if (passwordCharacters === 'ascii') {
      return absent(cite(uri, says`the password is of visible ASCII characters`))
    }
    // The driver itself refuses to prepare such a password, with a bare Error: the server's answer would be another thing.
    if (end.is !== 'given-up' || !end.byItself || end.error.name !== 'Error') return unknown()
    if (end.error.systemCode !== null || !prepared.includes(end.login.saw.mechanism)) return unknown()
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { characters: passwordCharacters, driver: end.error.message },
      because: [
        end.said,
        cite(
          uri,
          passwordCharacters === 'unfit'
            ? says`the password holds a character that SASLprep prohibits`
            : says`the password holds characters beyond ASCII`,
        ),
      ],
    }
  },
  advise: ({ characters, driver }) => ({
    title: says`The password has characters with which SCRAM-SHA-256 cannot log in`,
    explanation: says`Before SCRAM-SHA-256 hashes a password, it is prepared by RFC 4013 (SASLprep), which knows ${characters === 'unfit' ? 'no control, private or invisible characters' : 'the characters of Unicode 3.2 only: no emoji, and no mixture of scripts in both directions'}. The driver refused to prepare this one, before anything was sent: ${driver}`,
    steps: [
      says`Give the user a password without such characters: db.updateUser("NAME", { pwd: passwordPrompt() }). Letters, digits and - . _ ~ need no encoding anywhere.`,
      says`If it must stay: authMechanism=SCRAM-SHA-1 does not prepare passwords. It works only if the user has that mechanism, and it is the weaker one.`,
    ],
  }),
})
