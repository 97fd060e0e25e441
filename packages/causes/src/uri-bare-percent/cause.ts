import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, encodeStep, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly part: 'username' | 'password'
  readonly character: number
  readonly undecodable: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-bare-percent',
  title: 'A % in the user name or password is not escaped',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['bare-percent'],
      says`every % in user name and password begins an escape`,
      ([fault], look) => {
        const undecodable = fault.undecodable === true
        const facts = { part: fault.part ?? 'password', character: characterOf(fault), undecodable } as const
        return shown(
          look,
          facts,
          undecodable
            ? says`the escape at character ${facts.character} stands for no character`
            : says`the % at character ${facts.character} is not followed by two hexadecimal digits`,
        )
      },
    ),
  advise: ({ part, character, undecodable }) => ({
    title:
      part === 'password'
        ? says`The password contains a % that is not escaped`
        : says`The user name contains a % that is not escaped`,
    explanation: undecodable
      ? says`What follows the % at character ${character} has the form of an escape, but its bytes are no UTF-8 text. Either the % belongs to the ${part === 'password' ? 'password' : 'user name'} itself, or the value was encoded in another character set.`
      : says`In a connection string a % begins an escape of two hexadecimal digits. The one at character ${character} does not, so no driver can decode the ${part === 'password' ? 'password' : 'user name'}.`,
    steps: [says`Write the % as %25.`, encodeStep],
  }),
})
