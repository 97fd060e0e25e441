import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly port: string
  readonly character: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-srv-port',
  title: 'A mongodb+srv:// string has a port',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['srv-port'],
      says`no port stands in a mongodb+srv:// string`,
      ([fault], look) => {
        const facts = { port: fault.port, character: characterOf(fault) }
        return shown(
          look,
          facts,
          says`the port ${facts.port} stands at character ${facts.character} of a mongodb+srv:// string`,
        )
      },
    ),
  advise: ({ port, character }) => ({
    title: says`A mongodb+srv:// string must not have a port`,
    explanation: says`With mongodb+srv:// hosts and ports come from DNS, so drivers refuse the port ${port} at character ${character} before they look anything up.`,
    steps: [
      says`If the name is a cluster's (Atlas, or one with an SRV record): take :${port} away.`,
      says`If it is one server's own name: keep the port and write mongodb:// for mongodb+srv://. TLS is then off unless you add tls=true.`,
    ],
  }),
})
