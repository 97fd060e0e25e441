import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly host: string
  readonly port: string
  readonly character: number
  /** `name:text` without an `@`: perhaps user name and password whose host is missing. */
  readonly mayBeCredentials: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-port-invalid',
  title: 'A port of the connection string is none',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults(
      evidence,
      ['port-invalid'],
      says`every port of the string is a number from 1 to 65535`,
      ([fault], look) => {
        const { host, port } = fault
        const mayBeCredentials = look.saw.hosts.length === 0
        const facts = { host, port, character: characterOf(fault), mayBeCredentials }
        return shown(
          look,
          facts,
          says`what stands at character ${facts.character} is no number from 1 to 65535`,
        )
      },
    ),
  advise: ({ host, port, character, mayBeCredentials }) =>
    mayBeCredentials
      ? {
          title: says`What stands after the colon at character ${character - 1} is no port`,
          explanation: says`The string has no @, so what follows the scheme is read as host and port, and the port is no number. If they are user name and password, then @ and the host are missing; they are not shown for that reason.`,
          steps: [
            says`With credentials the string has this form: mongodb://${'USER:PASSWORD@HOST:PORT/DATABASE'}`,
            says`If the password itself ends where the string does, look whether a character of it cut the string off: a # begins a comment in many files.`,
          ],
        }
      : {
          title: says`The port of ${host} is not a number from 1 to 65535`,
          explanation: says`Drivers refuse the string for the port at character ${character} (${port}) and try no host.`,
          steps: [
            says`Put a number there, or take the colon away: without one the port is 27017.`,
            says`If a piece of a password stands there, a reserved character in it is not escaped.`,
          ],
        },
})
