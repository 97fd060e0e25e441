import { absent, defineCause, endpointParts, hostKind, isPrivateAddress, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'

interface Facts {
  readonly host: string
  readonly addresses: readonly string[]
  readonly errno: string
  readonly ipv6Only: boolean
  readonly private: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-no-route',
  title: 'There is no route to the server',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const { open, refused, silent, unreachable } = reachOf(evidence, at)
    const [reached] = [...open, ...refused, ...silent]
    if (reached !== undefined) return absent(citeTcp(reached))
    const [first, ...rest] = unreachable
    if (first === undefined || first.saw.outcome.is !== 'unreachable') return unknown()
    const addresses = [first, ...rest].map(({ saw }) => saw.address)
    const { errno } = first.saw.outcome
    return {
      is: 'present',
      // EHOSTUNREACH is also what a firewall sends that rejects instead of dropping.
      certainty: errno === 'EHOSTUNREACH' ? 'likely' : 'certain',
      bearing: bearingAt(evidence, at),
      facts: {
        host: endpointParts(at).host,
        addresses,
        errno,
        ipv6Only: addresses.every((address) => hostKind(address) === 'ipv6'),
        private: addresses.every(isPrivateAddress),
      },
      because: [citeTcp(first), ...rest.map(citeTcp)],
    }
  },
  advise: ({ host, addresses, errno, ipv6Only, private: inside }) => ({
    title: says`There is no way from this machine to ${host} (${errno})`,
    explanation:
      errno === 'EHOSTUNREACH'
        ? says`A router, or this machine itself, reported that ${addresses.join(', ')} cannot be reached. No packet came to the server. Either nothing with that address is up in its network, or a firewall rejects us with that message.`
        : says`This machine has no route to ${addresses.join(', ')}: no packet left it. The network is down, or the address belongs to a network that it is not connected to.`,
    steps: [
      ipv6Only
        ? says`The name has only IPv6 addresses, and this machine seems to have no IPv6 to the outside: ip -6 route. Ask for an IPv4 address, or have IPv6 set up.`
        : says`Look at the way: ip route get ${addresses[0] ?? ''} (on macOS: route get). Is there a default route, and is the network up?`,
      inside
        ? says`The address is private: connect the VPN, or the peering or private endpoint that leads to it.`
        : says`Are other hosts reachable? If none is, it is this machine's own network.`,
      says`In a container: does its network have a way out (docker network inspect), or was it made with --internal?`,
    ],
    ...(errno === 'EHOSTUNREACH'
      ? {
          confirm: says`nc -vz ${host} on another port, 22 or 443 say: if that one answers, the machine is up, and a firewall rejects this port.`,
        }
      : {}),
  }),
})
