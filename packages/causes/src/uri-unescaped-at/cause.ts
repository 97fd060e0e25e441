import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, encodeStep, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly count: number
  readonly part: 'username' | 'password'
  readonly character: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-unescaped-at',
  title: 'An @ in the user name or password is not escaped',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['unescaped-at'],
      says`no @ stands unescaped in user name or password`,
      ([fault], look) => {
        const facts = {
          count: fault.count,
          part: fault.part ?? 'password',
          character: characterOf(fault),
        } as const
        return shown(
          look,
          facts,
          says`an @ stands at character ${facts.character}, before the one that ends the credentials`,
        )
      },
    ),
  advise: ({ count, part, character }) => ({
    title:
      part === 'password'
        ? says`The password contains an @ that is not escaped`
        : says`The user name contains an @ that is not escaped`,
    explanation: says`An @ ends the credentials and begins the hosts, so drivers cut the string at the wrong place: at character ${character}. Unescaped: ${count}.`,
    steps: [
      says`Write the @ as %40.`,
      encodeStep,
      says`Or keep the credentials out of the string: drivers take user name and password as options, unescaped.`,
    ],
  }),
})
