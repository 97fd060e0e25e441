import { defineCause, says } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly part: 'username' | 'password' | 'host'
  readonly character: number
  /** The placeholder's words where they are well known; empty where they may be the real value. */
  readonly text: string
}

function partName(part: Facts['part']): string {
  switch (part) {
    case 'username':
      return 'user name'
    case 'password':
      return 'password'
    case 'host':
      return 'host'
  }
}

function whatStands({ part, character, text }: Facts): Phrase {
  if (text !== '') return says`in place of the ${partName(part)} stands ${text}, at character ${character}`
  return part === 'host'
    ? says`the host at character ${character} is one that documentation leaves to be filled in`
    : says`the ${partName(part)} at character ${character} stands in the brackets of a placeholder`
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-placeholder',
  title: 'A placeholder was left in the connection string',
  scope: 'target',
  explains: [
    'auth-rejected',
    'auth-source-wrong',
    'dns-srv-name-missing',
    'dns-host-missing',
    'dns-single-label',
  ],
  infer: (evidence) =>
    overUriFaults(evidence, ['placeholder'], says`no placeholder stands in the string`, ([fault], look) => {
      const words = look.saw.credentials.placeholders.find(({ part }) => part === fault.part)?.text ?? ''
      const facts = { part: fault.part, character: characterOf(fault), text: words }
      // Brackets around other words may belong to a real password, if a rare one.
      const certainty = words !== '' || fault.part === 'host' ? 'certain' : 'likely'
      return shown(look, facts, whatStands(facts), { certainty })
    }),
  advise: (facts) => ({
    title: says`The ${partName(facts.part)} is still a placeholder`,
    explanation:
      facts.text !== '' || facts.part === 'host'
        ? says`The string was copied from a page that leaves the ${partName(facts.part)} to be filled in, and it was not. Nothing was sent to the server with it.`
        : says`The ${partName(facts.part)} begins and ends as a placeholder does. People often replace the words and keep the brackets, and the server then gets them as part of the ${partName(facts.part)}.`,
    steps: [
      facts.part === 'host'
        ? says`Put the host name of your deployment there. In Atlas: Database, Connect, Drivers.`
        : says`Put the real ${partName(facts.part)} there, without the brackets, percent-encoded.`,
      ...(facts.part === 'password'
        ? [
            says`It is the password of a database user (Atlas: Database Access), not the one that you log in to the web site with. A forgotten one cannot be read back, only replaced.`,
          ]
        : []),
    ],
    confirm: says`Take the brackets away and connect again.`,
  }),
})
