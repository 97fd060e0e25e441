import {
  absent,
  cite,
  defineCause,
  endpointParts,
  isPrivateAddress,
  listed,
  says,
  together,
  unknown,
} from '@mongowhy/core'
import type { Ask, Cause, Endpoint, Evidence } from '@mongowhy/core'

import { isPrivateName } from '../kit/answers.ts'
import { addressOfCounterpart, counterpart } from '../kit/atlas-names.ts'
import { addressesIn, question } from '../kit/dns.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'
import { aside, metAside } from '../kit/trial.ts'

interface Facts {
  readonly host: string
  readonly addresses: readonly string[]
  /** The public name of the same member, where it takes connections. */
  readonly publicWorks: string | null
}

const experiment = 'public-name'

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-private-path-broken',
  title: 'The private way to the server is broken',
  scope: 'endpoint',
  refines: ['tcp-filtered', 'tcp-no-route'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const { host } = endpointParts(at)
    const { open, refused, silent, unreachable } = reachOf(evidence, at)
    const [heard] = [...open, ...refused]
    if (heard !== undefined) return absent(citeTcp(heard))
    const [first, ...rest] = [...silent, ...unreachable]
    // A private address alone is as often a firewall's doing; it is the name that says which way was meant.
    if (first === undefined || !isPrivateName(host)) return unknown()
    const addresses = [first, ...rest].map(({ saw }) => saw.address)
    if (!addresses.every(isPrivateAddress)) return unknown()
    const outside = publicWay(evidence, at)
    if ('missing' in outside) return unknown(...outside.missing)
    const works = outside.open
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: { host, addresses, publicWorks: works === null ? null : (counterpart(at)?.host ?? null) },
      because: [
        citeTcp(first),
        ...rest.map(citeTcp),
        ...(works === null ? [] : [cite(works, says`under its public name it takes connections from here`)]),
      ],
    }
  },
  advise: ({ host, addresses, publicWorks }) => ({
    title: says`The private way to ${host} is broken`,
    explanation: together(
      says`The name is that of a private endpoint or of a peered network, and leads to`,
      listed(addresses.slice(0, 4)),
      says`, which does not answer. Such an address can be reached only through the peering, the endpoint or the VPN that was set up for it.`,
      publicWorks === null
        ? says``
        : says`Under its public name (${publicWorks}) the same member takes connections from here: it is up, and the private way is what is wrong.`,
    ),
    steps: [
      says`Does this machine stand in the network that the private way was made for? From a laptop it works over that network's VPN alone.`,
      says`Peering: is it active on both sides, and does the route table of this subnet lead the block of the deployment to it? Each subnet has its own table.`,
      says`Private endpoint: is it available and in this region, and does its security group admit this machine on every port that the string names (Atlas: 1024 and up)?`,
      says`In Atlas: Network Access, Peering or Private Endpoint shows the state; the access list must hold the private addresses of this network too.`,
    ],
    operator: [
      says`Peering connection or private endpoint: that it is active on both sides, and in this region.`,
      says`Route table of the client's subnet: a route for ${addresses[0] ?? host} that leads into the peering.`,
      says`Security groups on both sides: TCP to every port that the connection string names.`,
    ],
    ...(publicWorks === null
      ? {
          confirm: says`From a machine that surely stands in that network: nc -vz to the same name and port. Open there: the way from here to that network. Silent there too: the peering or the endpoint itself.`,
        }
      : {}),
  }),
})

/** The connection to the same member under its public name, where it stands; what is still to be asked for that. */
function publicWay(
  evidence: Evidence,
  at: Endpoint,
): { readonly missing: readonly Ask[] } | { readonly open: TcpLook | null } {
  const other = counterpart(at)
  const asked = other === null ? null : addressOfCounterpart(evidence, at, other.host)
  if (asked === null) return { open: null }
  if (asked.look === 'unasked') return { missing: [question(asked.vary)] }
  const [address] = addressesIn([asked.look])
  if (address === undefined) return { open: null }
  const met = metAside(evidence, experiment, 'tcp.connect', at, (vary) => vary.address === address)
  if (met === undefined) return { missing: [aside(experiment, 'tcp.connect', at, { address })] }
  return { open: met?.saw.outcome.is === 'open' ? met : null }
}
