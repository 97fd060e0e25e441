import {
  absent,
  cite,
  defineCause,
  firstSeen,
  isLoopback,
  listed,
  says,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { asked, citeAnswer, question, srvHostOf, srvLook } from '../kit/dns.ts'
import type { DnsLook } from '../kit/dns.ts'

interface Facts {
  readonly name: string
  readonly runtime: readonly string[]
  readonly system: readonly string[]
  readonly node: string
  readonly windows: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'dns-runtime-resolver',
  title: 'Node has no usable resolver, while the system has',
  scope: 'target',
  refines: ['dns-resolver-refuses'],
  infer(evidence) {
    const host = srvHostOf(evidence)
    const look = srvLook(evidence)
    const machine = firstSeen(evidence, 'env.host')
    if (host === null || look === undefined || machine === undefined) return unknown()
    if (look.saw.transport !== 'c-ares') return unknown()
    if (look.saw.outcome !== 'unreachable') return absent(citeAnswer(look))
    const { runtimeResolvers, systemResolvers, node, platform } = machine.saw
    const usable = runtimeResolvers.filter((server) => !pointsNowhere(server))
    if (usable.length > 0) return absent(cite(machine, says`Node also knows the resolver ${usable[0] ?? ''}`))
    // Where the system itself is set to the same resolver, that one is down, and Node is not to blame.
    if (
      systemResolvers !== null &&
      runtimeResolvers.length > 0 &&
      isWithin(runtimeResolvers, systemResolvers)
    ) {
      return absent(cite(machine, says`the system is set to the same resolver as Node`))
    }
    const byTheSystem = { name: host, type: 'A', resolver: 'system' } as const
    const system = asked(evidence, byTheSystem)
    if (system === 'unasked') return unknown(question(byTheSystem))
    if (typeof system === 'object' && !works(system)) return unknown()
    return {
      is: 'present',
      certainty: typeof system === 'object' ? 'certain' : 'likely',
      bearing: 'fault',
      facts: {
        name: look.saw.name,
        runtime: runtimeResolvers,
        system: systemResolvers ?? [],
        node,
        windows: platform === 'win32',
      },
      because: [
        citeAnswer(look),
        cite(machine, together(says`Node knows only these resolvers:`, namedServers(runtimeResolvers))),
        ...(typeof system === 'object' ? [citeAnswer(system)] : []),
      ],
    }
  },
  advise: ({ name, runtime, system, node, windows }) => ({
    title: says`Node's own resolver cannot reach any DNS server, though this machine can`,
    explanation: together(
      says`For SRV and TXT records Node ${node} uses a resolver of its own (c-ares), which knows only`,
      namedServers(runtime),
      says`, and nothing answers there. The system's own look-up works`,
      system.length > 0 ? together(says`(by way of`, listed(system), says`).`) : says`.`,
      says`So ordinary look-ups succeed, and ${name} cannot be found.`,
    ),
    steps: [
      says`In the application, before connecting: import dns from 'node:dns'; dns.setServers(['ADDRESS']), with the resolver that your network hands out.`,
      windows
        ? says`On Windows, Node from 20.20.0, 22.22.0, 24.13.0 and 25.3.0 on came with a c-ares that misreads the system's resolvers: move to the newest release of your line, or to the one before.`
        : says`Restart Node after a VPN was switched on or off, and check /etc/resolv.conf: c-ares reads it once, at start.`,
      says`Or do without SRV: mongodb:// with every host, which the system's look-up resolves.`,
    ],
    confirm: says`node -p "require('node:dns').getServers()" lists only addresses of this machine, while nslookup ${name} names another server.`,
  }),
})

/** Addresses of this machine or of its link, as c-ares falls back to when it could not read the system's. */
function pointsNowhere(server: string): boolean {
  const host = withoutPort(server)
  return isLoopback(host) || /^fe[89ab]/i.test(host) || host === '0.0.0.0' || host === '::'
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all)
  return some.every((server) => known.has(server.replace(/:53$/, '')))
}

function withoutPort(server: string): string {
  return server.replace(/^\[([^\]]+)\](?::\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
}

/** Even a plain "no such name" shows that the system's resolver was reached. */
function works({ saw }: DnsLook): boolean {
  return saw.outcome === 'answer' || saw.outcome === 'nxdomain' || saw.outcome === 'nodata'
}

function namedServers(servers: readonly string[]): Phrase {
  return servers.length === 0 ? says`none at all` : listed(servers)
}
