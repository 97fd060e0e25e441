import { defineCause, says } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { characterOf, overUriFaults, shown } from '../kit/uri.ts'

interface Facts {
  readonly problem: 'none' | 'gap' | 'socket' | 'invalid'
  readonly character: number
  readonly host: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'uri-host-missing',
  title: 'The connection string names no host, or one that cannot be read',
  scope: 'target',
  infer: (evidence) =>
    overUriFaults<'host-missing' | 'host-invalid', Facts>(
      evidence,
      ['host-missing', 'host-invalid'],
      says`every host of the string can be read`,
      (faults, look) => {
        const [first] = faults
        const isSocket = faults.some((fault) => fault.kind === 'host-missing' && fault.meant === 'socket')
        const facts: Facts = {
          problem: isSocket
            ? 'socket'
            : first.kind === 'host-invalid'
              ? 'invalid'
              : look.saw.hosts.length > 0
                ? 'gap'
                : 'none',
          character: characterOf(first),
          host: first.kind === 'host-invalid' ? first.host : '',
        }
        return shown(
          look,
          facts,
          first.kind === 'host-invalid'
            ? says`what stands at character ${facts.character} cannot be a host`
            : says`at character ${facts.character}, where a host should begin, there is none`,
        )
      },
    ),
  advise: ({ problem, character, host }) => {
    switch (problem) {
      case 'none':
        return {
          title: says`The connection string names no host`,
          explanation: says`After the scheme and the credentials a host must follow; at character ${character} there is none. Often the variable that should have filled it in was empty.`,
          steps: [
            says`Put the host there, with its port if it is not 27017: mongodb://${'HOST:PORT'}/`,
            says`If a program builds the string of parts, look at the variable that holds the host.`,
          ],
        }
      case 'gap':
        return {
          title: says`The host list has a gap`,
          explanation: says`Between two commas, or at an end of the list, there is no host (character ${character}). Most drivers refuse that.`,
          steps: [says`Take the extra comma away.`],
        }
      case 'socket':
        return {
          title: says`The path of a Unix socket is not escaped`,
          explanation: says`The slashes of the path end the host list, so drivers see no host at character ${character}.`,
          steps: [says`Write each slash of the path as %2F: mongodb://%2Ftmp%2Fmongodb-27017.sock/`],
        }
      case 'invalid':
        return {
          title: says`A host of the connection string cannot be read`,
          explanation: says`What stands at character ${character} (${host}) is neither a name nor an address: it has characters that no host has, or an IPv6 address without its brackets.`,
          steps: [
            says`Write an IPv6 address in brackets: mongodb://${'[::1]:27017'}/`,
            says`Look for a space, a control character or a piece of another value at that place.`,
          ],
        }
    }
  },
})
