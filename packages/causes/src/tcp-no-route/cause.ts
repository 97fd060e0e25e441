import { absent, defineCause, endpointParts, hostKind, isPrivateAddress, says, unknown } from '@mongowhy/core'
import type { Cause, Phrase } from '@mongowhy/core'

import { bearingAt, citeTcp, mayBeToldForbidden, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'

type Why =
  /** This machine's routing has no way there. */
  | 'no-route'
  /** This machine's own rules forbid the way: a prohibiting or blackhole route, a sandbox, a policy. */
  | 'forbidden'
  /** A router or a firewall reported so. */
  | 'told'

interface Facts {
  readonly host: string
  readonly addresses: readonly string[]
  readonly errno: string
  readonly why: Why
  readonly ipv6Only: boolean
  readonly private: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-no-route',
  title: 'There is no route to the server',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const { looks, open, refused, silent } = reachOf(evidence, at)
    const [reached] = [...open, ...refused, ...silent]
    if (reached !== undefined) return absent(citeTcp(reached))
    const stopped = looks.flatMap((look) => {
      const how = stoppedBy(look)
      return how === null ? [] : [{ look, ...how }]
    })
    const [first] = stopped
    if (first === undefined) return unknown()
    const addresses = stopped.map(({ look }) => look.saw.address)
    const [because, ...more] = stopped.map(({ look }) => citeTcp(look))
    return {
      is: 'present',
      certainty: first.why === 'told' ? 'likely' : 'certain',
      bearing: bearingAt(evidence, at),
      facts: {
        host: endpointParts(at).host,
        addresses,
        errno: first.errno,
        why: first.why,
        ipv6Only: addresses.every((address) => hostKind(address) === 'ipv6'),
        private: addresses.every(isPrivateAddress),
      },
      because: [because ?? citeTcp(first.look), ...more],
    }
  },
  advise: (facts) => ({
    title:
      facts.why === 'forbidden'
        ? says`This machine does not let connections out to ${facts.host} (${facts.errno})`
        : says`There is no way from this machine to ${facts.host} (${facts.errno})`,
    explanation: explanation(facts),
    steps: [
      facts.ipv6Only && facts.why !== 'told'
        ? says`The name has only IPv6 addresses, and this machine seems to have no IPv6 to the outside: ip -6 route. Ask for an IPv4 address, or have IPv6 set up.`
        : says`Look at the way: ip route get ${facts.addresses[0] ?? ''} (on macOS: route get). Is there a default route, and is the network up?`,
      facts.why === 'forbidden'
        ? says`Look for what forbids it: a route of the kind prohibit or blackhole (a VPN's kill switch sets them), a sandbox, a security module, the network policy of the container.`
        : facts.private
          ? says`The address is private: connect the VPN, or the peering or private endpoint that leads to it.`
          : says`Are other hosts reachable? If none is, it is this machine's own network.`,
      says`In a container: does its network have a way out (docker network inspect), or was it made with --internal?`,
    ],
    ...(facts.why === 'told'
      ? {
          confirm: says`nc -vz ${facts.host} on another port, 22 or 443 say: if that one answers, the machine is up, and a firewall rejects this port.`,
        }
      : {}),
  }),
})

// What connect() says where the machine's own rules forbid it: EINVAL is Linux's word for a blackhole route.
const forbidding = ['EACCES', 'EPERM', 'EINVAL']

const ofRouting: readonly string[] = ['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']

function stoppedBy({ saw }: TcpLook): { readonly why: Why; readonly errno: string } | null {
  const { outcome } = saw
  if (outcome.is === 'failed' && forbidding.includes(outcome.errno)) {
    if (mayBeToldForbidden(saw)) return { why: 'told', errno: outcome.errno }
    // Packets to the address may leave; it is this port that is forbidden.
    return outcome.routed === true ? null : { why: 'forbidden', errno: outcome.errno }
  }
  if (outcome.is !== 'unreachable') return null
  const { errno, routed } = outcome
  // Where the routing was not asked, the others may come from a firewall that rejects; ENETUNREACH rarely does.
  const here = routed === undefined ? ofRouting.includes(errno) : !routed
  return { why: here ? 'no-route' : 'told', errno }
}

function explanation({ why, addresses }: Facts): Phrase {
  const where = addresses.join(', ')
  switch (why) {
    case 'no-route':
      return says`This machine has no route to ${where}: no packet left it. The network is down, or the address belongs to a network that it is not connected to.`
    case 'forbidden':
      return says`This machine's own rules stopped the connection to ${where}: no packet left it.`
    case 'told':
      return says`A router or a firewall reported that ${where} cannot be reached, or nothing in its network answers to the address. Either no machine with that address is up, or a firewall rejects us with that message.`
  }
}
