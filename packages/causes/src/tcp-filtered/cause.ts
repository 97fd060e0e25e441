import {
  absent,
  defineCause,
  endpointParts,
  isPrivateAddress,
  says,
  seenBy,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Evidence, Phrase } from '@mongowhy/core'

import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import { admission } from '../kit/operator.ts'

interface Facts {
  readonly host: string
  readonly port: number | null
  readonly addresses: readonly string[]
  readonly waitedMs: number
  readonly where: 'atlas' | 'private' | 'public'
  /** Every endpoint that was tried kept silent, and there were several. */
  readonly all: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-filtered',
  title: 'Connection attempts get no answer',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const { open, refused, silent } = reachOf(evidence, at)
    const answering = [...open, ...refused]
    const [heard] = answering
    if (heard !== undefined) return absent(citeTcp(heard))
    const [first, ...rest] = silent
    if (first === undefined) return unknown()
    const { host, port } = endpointParts(at)
    const addresses = [first, ...rest].map(({ saw }) => saw.address)
    return {
      is: 'present',
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: {
        host,
        port,
        addresses,
        waitedMs: Math.round(first.tookMs),
        where: /\.mongodb(?:gov)?\.net$/i.test(host)
          ? 'atlas'
          : addresses.every(isPrivateAddress)
            ? 'private'
            : 'public',
        all: allSilent(evidence),
      },
      because: [citeTcp(first), ...rest.map(citeTcp)],
    }
  },
  advise: ({ host, port, addresses, waitedMs, where, all }) => ({
    title: says`${host} does not answer on port ${port ?? ''}: a firewall drops us, or the machine is down`,
    explanation: together(
      says`The connection attempt to ${addresses.join(', ')} got neither a yes nor a no within ${waitedMs} ms. A closed port would have refused at once; silence means that something drops the packets, or that no machine has the address.`,
      all
        ? says`Every member is silent alike, which points to a rule on the way rather than to one dead machine.`
        : says``,
      where === 'private'
        ? says`The address is a private one: it can be reached only from inside its network.`
        : says``,
    ),
    steps: steps(where, host, port),
    operator: admission(host, port),
    confirm: says`From a machine in the same network as the server: nc -vz ${host} ${port ?? 27017}. Open there: something between here and there drops the packets. Silent there too: the server, or its own firewall.`,
  }),
})

function allSilent(evidence: Evidence): boolean {
  const looks = seenBy(evidence, 'tcp.connect')
  const endpoints = new Set(looks.map(({ ask }) => ask.endpoint))
  return endpoints.size > 1 && looks.every(({ saw }) => saw.outcome.is === 'silent')
}

function steps(where: Facts['where'], host: string, port: number | null): readonly Phrase[] {
  const local = says`Does your own network let it out? Many offices, campuses and hosting providers block ports 27015 to 27017: try from a phone's hotspot, or ask for an exception.`
  switch (where) {
    case 'atlas':
      return [
        says`In Atlas, under Security, Network Access: is the public address of this machine on the IP access list? Dedicated clusters drop others without a word.`,
        local,
        says`Is the cluster running, or paused?`,
      ]
    case 'private':
      return [
        says`Are you inside the network that has this address: VPN connected, peering or private endpoint set up and routed from this subnet?`,
        says`Does the server's security group or firewall admit port ${port ?? 27017} from the address of this machine?`,
        says`Is the machine up? ping ${host} may be filtered alike, so ask whoever runs it.`,
      ]
    case 'public':
      return [
        says`Does the firewall or security group of ${host} admit port ${port ?? 27017} from the public address of this machine?`,
        local,
        says`Is the machine up, and is this still its address?`,
      ]
  }
}
