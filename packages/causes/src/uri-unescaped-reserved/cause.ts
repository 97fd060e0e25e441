import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, encodeStep, overUriFaults, shown } from '../kit/uri.ts'
import type { FaultOf } from '../kit/uri.ts'

interface Facts {
  readonly characters: readonly FaultOf<'unescaped-reserved'>['character'][]
  readonly part: 'username' | 'password'
  readonly position: number
}

const escapes: Readonly<Record<Facts['characters'][number], string>> = {
  '/': '%2F',
  '?': '%3F',
  '#': '%23',
  '[': '%5B',
  ']': '%5D',
  ':': '%3A',
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-unescaped-reserved',
  title: 'A reserved character in the user name or password is not escaped',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['unescaped-reserved'],
      says`no reserved character stands unescaped in user name or password`,
      (faults, look) => {
        const [first] = faults
        const characters = [...new Set(faults.map(({ character }) => character))]
        const facts = { characters, part: first.part ?? 'password', position: characterOf(first) } as const
        return shown(
          look,
          facts,
          says`${first.character} stands at character ${facts.position}, before the @ that ends the credentials`,
        )
      },
    ),
  advise: ({ characters, part, position }) => ({
    title:
      part === 'password'
        ? says`The password contains ${characters.join(' ')}, which must be escaped`
        : says`The user name contains ${characters.join(' ')}, which must be escaped`,
    explanation: says`These characters divide a connection string, so drivers take the rest of the ${part === 'password' ? 'password' : 'user name'} for hosts, a database or options. The first stands at character ${position}.`,
    steps: [
      says`Write ${characters.map((character) => `${character} as ${escapes[character]}`).join(', ')}.`,
      encodeStep,
      says`Or keep the credentials out of the string: drivers take user name and password as options, unescaped.`,
    ],
  }),
})
