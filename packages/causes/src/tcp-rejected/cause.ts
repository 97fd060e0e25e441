import { absent, cite, defineCause, endpointParts, looksOf, says, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, SeenLook } from '@mongowhy/core'

import { ask } from '../kit/evidence.ts'
import { bearingAt, citeTcp, mayBeToldForbidden, reachOf } from '../kit/reach.ts'

type ControlLook = SeenLook<'tcp.control'>

interface Facts {
  readonly host: string
  readonly port: number
  readonly address: string
  readonly errno: string
  readonly other: number
}

// What firewalls of servers leave open when they reject the rest, and what everybody leaves open.
const others: readonly number[] = [22, 443]

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-rejected',
  title: 'A firewall rejects the port with a message of its own',
  scope: 'endpoint',
  refines: ['tcp-no-route'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const { host, port } = endpointParts(at)
    const { looks: met, open, refused, silent } = reachOf(evidence, at)
    const [heard] = [...open, ...refused, ...silent]
    if (heard !== undefined) return absent(citeTcp(heard))
    const first = met.find(({ saw }) => saw.outcome.is === 'unreachable' || mayBeToldForbidden(saw))
    const outcome = first?.saw.outcome
    if (first === undefined || port === null) return unknown()
    if (outcome?.is !== 'unreachable' && outcome?.is !== 'failed') return unknown()
    const { address } = first.saw
    // These two are this machine's own doing, and the same for every port.
    if (outcome.errno === 'EADDRNOTAVAIL' || outcome.errno === 'ENETDOWN') return unknown()
    const compared = others
      .filter((other) => other !== port)
      .map((other) => ({ other, look: sameHost(evidence, at, address, other) }))
    const missing = compared.filter(({ look }) => look === undefined)
    if (missing.length > 0) {
      return unknown(
        ...missing.map(({ other }) => ask('tcp.control', at, { of: 'same-host', address, port: other })),
      )
    }
    const looks = compared.flatMap(({ other, look }) =>
      look === null || look === undefined ? [] : [{ other, look }],
    )
    // Silence elsewhere is no answer: an address that nobody has is silent until the neighbours were asked in vain.
    const differing = looks.find(({ look }) => ends(look, 'open') || ends(look, 'refused'))
    if (differing === undefined) {
      const [alike] = looks
      return alike === undefined || looks.some(({ look }) => ends(look, 'silent'))
        ? unknown()
        : absent(citeControl(alike.look, alike.other))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: { host, port, address, errno: outcome.errno, other: differing.other },
      because: [citeTcp(first), citeControl(differing.look, differing.other)],
    }
  },
  advise: ({ host, port, address, errno, other }) => ({
    title: says`A firewall rejects connections to ${host}, port ${port}`,
    explanation: says`The error is "${errors.get(errno) ?? 'no route'}" (${errno}), and yet there is a way: on port ${other} the same address ${address} is treated otherwise. So a firewall, mostly the server's own, answers for this port with the message "prohibited" or "unreachable", as firewalld and Red Hat's default rules do. It is a closed door, not a missing road.`,
    steps: [
      says`On the server: sudo firewall-cmd --list-all; then open the port for this machine alone: sudo firewall-cmd --permanent --add-rich-rule='rule family=ipv4 source address=CLIENT/32 port port=${port} protocol=tcp accept' and sudo firewall-cmd --reload. Without firewalld: sudo nft list ruleset, sudo iptables -S.`,
      says`If the server's own firewall is open, the message comes from a router between, or from this machine's own rules (sudo iptables -S OUTPUT): have TCP port ${port} admitted there.`,
      says`Do not open the port to the whole Internet.`,
    ],
    operator: [
      says`\`firewall-cmd --list-all\` or \`nft list ruleset\` on ${host}: the rule that rejects TCP port ${port}, and what it admits.`,
      says`Routers and firewalls before ${host}: which one sends "administratively prohibited" for port ${port}.`,
    ],
    confirm: says`sudo tcpdump -n icmp during a try: the sender of "unreachable - admin prohibited" is the firewall.`,
  }),
})

const errors: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'forbidden'],
  ['ENOPROTOOPT', 'protocol not available'],
  ['EHOSTDOWN', 'host is down'],
])

/** undefined: not looked at; null: looked at in vain. */
function sameHost(
  evidence: Evidence,
  at: Endpoint,
  address: string,
  port: number,
): ControlLook | null | undefined {
  const look = looksOf(evidence, 'tcp.control', at).find(
    ({ ask: { vary } }) => vary.of === 'same-host' && vary.address === address && vary.port === port,
  )
  if (look === undefined) return undefined
  return look.status === 'seen' && look.saw.attempts.length > 0 ? look : null
}

function ends({ saw }: ControlLook, is: 'open' | 'refused' | 'silent'): boolean {
  return saw.attempts.some(({ outcome }) => outcome.is === is)
}

function citeControl(look: ControlLook, port: number): Citation {
  const [attempt] = look.saw.attempts
  const how = attempt?.outcome.is ?? 'silent'
  switch (how) {
    case 'open':
      return cite(look, says`the same address accepts connections on port ${port}`)
    case 'refused':
      return cite(look, says`the same address refuses connections on port ${port}, so it is reached`)
    case 'silent':
      return cite(look, says`the same address keeps silent on port ${port}`)
    default:
      return cite(look, says`it is the same on port ${port}`)
  }
}
