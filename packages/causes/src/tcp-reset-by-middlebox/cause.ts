import { absent, cite, defineCause, endpointParts, says, seenBy, together, unknown } from '@mongowhy/core'
import type { Ask, Cause, Certainty, Citation, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { endedLate } from '../kit/closing.ts'
import { effective, handshakes } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import { answeredIn, hellos, notYetAsked } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly host: string
  readonly port: number | null
  readonly servername: string | null
  /** Without a server name in the hello, the server answered. */
  readonly byName: boolean
  /** A hello without TLS was ended as well. */
  readonly plainToo: boolean
  readonly elsewhere: readonly Endpoint[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-reset-by-middlebox',
  title: 'The connection is cut as soon as TLS begins',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate'],
  infer(evidence, at) {
    if (at === null) return unknown()
    if (effective(evidence)?.tls !== true) return unknown()
    const looks = handshakes(evidence, at)
    const cut = looks.find(
      (look) =>
        look.saw.outcome.is === 'reset' &&
        look.saw.bytesRead === 0 &&
        look.saw.alerts.length === 0 &&
        !endedLate(evidence, look),
    )
    if (cut === undefined) {
      const [other] = looks
      return other === undefined
        ? unknown()
        : absent(cite(other, says`the peer answered TLS, or closed in an orderly way`))
    }
    return judge(evidence, at, cut)
  },
  advise: ({ host, port, servername, byName, plainToo, elsewhere }) => ({
    title: says`Something cuts the connection to ${host} as soon as TLS begins`,
    explanation: together(
      says`The TCP connection was opened and stayed open; it was reset once our first TLS message was sent, before one byte came back.`,
      byName
        ? says`Without the server name ${servername ?? ''} in that message the same address did answer: whoever cuts goes by the name, as filtering firewalls do.`
        : says`A server that refuses usually sends an alert; a bare reset is how firewalls and intrusion detection end what they do not allow. A fault of the server or of the balancer before it remains possible.`,
      plainToo && !byName
        ? says`A first message without TLS is ended as well, as a server does that wants TLS; and as another service does, or a balancer that waits for the PROXY protocol.`
        : says``,
      elsewhere.length > 0
        ? says`Other members (${elsewhere[0] ?? ''}) are not cut, so it is not TLS as such.`
        : says``,
    ),
    steps: [
      says`Try from another network, a phone's hotspot say. If it works there, ask whoever runs the network here to exempt ${host}, port ${port ?? 27017}, from TLS inspection.`,
      says`Switch VPN, security agents and "web protection" of virus scanners off for one try.`,
      says`If it is the same from everywhere: the log of the server or of its balancer at the time of this run says who reset.`,
      ...(plainToo && !byName
        ? [says`Check that MongoDB is what listens on port ${port ?? 27017} there: "ss -ltnp" on that host.`]
        : []),
    ],
    confirm: says`Capture on both ends at once: tcpdump -n port ${port ?? 27017}. A reset that arrives here and was never sent there comes from a device between; its time to live often differs from that of the other packets.`,
  }),
})

function judge(evidence: Evidence, at: Endpoint, cut: HandshakeLook): Inference<Facts> {
  const { address, servername } = cut.saw
  const withoutName = ask('tls.handshake', at, { address, servername: null })
  // A mongod without TLS resets as well: only a server that does not answer plainly either is left for a box between.
  const wanted: readonly Ask[] = [
    ask('wire.hello', at, { address, transport: 'plain' }),
    ...(servername === null ? [] : [withoutName]),
  ]
  const missing = notYetAsked(evidence, ...wanted)
  if (missing.length > 0) return unknown(...missing)
  const plain = answeredIn(evidence, at, 'plain', address)
  if (plain !== undefined)
    return absent(cite(plain, says`${at} answers without TLS: it is a server that does not speak it`))
  const [opened] = reachOf(evidence, at).open.filter(({ saw }) => saw.address === address)
  const nameless = seenBy(evidence, 'tls.handshake', at).find(
    (look) => look.saw.address === address && look.ask.vary.servername === null,
  )
  const byName =
    nameless !== undefined && (nameless.saw.bytesRead > 0 || nameless.saw.outcome.is === 'secure')
  const plainToo = hellos(evidence, at, 'plain', address).some(
    ({ saw }) => saw.outcome.is === 'closed' || saw.outcome.is === 'reset',
  )
  const { host, port } = endpointParts(at)
  return {
    is: 'present',
    certainty: certaintyOf(byName),
    bearing: bearingAt(evidence, at),
    facts: { host, port, servername, byName, plainToo, elsewhere: answeringMembers(evidence, at) },
    because: [
      cite(cut, says`${at} reset the connection after our TLS hello, before any byte of its own`),
      ...(opened === undefined ? [] : [citeTcp(opened)]),
      ...citePlain(evidence, at, address),
      ...(nameless === undefined || !byName
        ? []
        : [cite(nameless, says`without a server name, it answered`)]),
    ],
  }
}

function certaintyOf(byName: boolean): Certainty {
  return byName ? 'likely' : 'possible'
}

function citePlain(evidence: Evidence, at: Endpoint, address: string): readonly Citation[] {
  const [plain] = hellos(evidence, at, 'plain', address)
  return plain === undefined ? [] : [cite(plain, says`it does not answer without TLS either`)]
}

function answeringMembers(evidence: Evidence, at: Endpoint): readonly Endpoint[] {
  return handshakes(evidence, null).flatMap(({ ask: { endpoint }, saw }) =>
    endpoint !== null && endpoint !== at && saw.outcome.is === 'secure' ? [endpoint] : [],
  )
}
