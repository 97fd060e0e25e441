import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly names: readonly string[]
  readonly isSwitch: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-tls-options-conflict',
  title: 'TLS options contradict one another',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['tls-conflict'],
      says`no TLS options of the string contradict one another`,
      ([{ names }], look) => {
        const isSwitch = names.every((name) => /^(?:tls|ssl)$/i.test(name))
        return shown(look, { names, isSwitch }, says`these stand together in the string: ${names.join(', ')}`)
      },
    ),
  advise: ({ names, isSwitch }) => ({
    title: isSwitch
      ? says`The string says both that TLS is on and that it is off`
      : says`These TLS options must not stand together: ${names.join(' and ')}`,
    explanation: isSwitch
      ? says`tls and ssl are two names of one option, and they have different values here. Every driver must refuse that, since guessing could switch encryption off.`
      : says`One implies the other or contradicts it. Every driver must refuse that, since guessing could switch verification off.`,
    steps: isSwitch
      ? [
          says`Keep tls alone, with the value that the server needs; for Atlas that is true, and mongodb+srv:// has it anyway.`,
        ]
      : [
          says`Take both away: they weaken verification, and a connection that is verified needs neither.`,
          says`If the server's certificate is signed by your own authority, name that with tlsCAFile instead.`,
        ],
  }),
})
