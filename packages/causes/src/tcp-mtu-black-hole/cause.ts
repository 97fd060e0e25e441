import { absent, cite, defineCause, says, timesOf, trialsAt, unknown, variationOf } from '@mongowhy/core'
import type { Arm, Cause, Citation, Citations, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { helloSizeExperiment, shortAnswer, silentHandshake } from '../kit/experiments/hello-size.ts'
import { bearingAt } from '../kit/reach.ts'
import { wantsTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  /** Which of the two directions loses its long packets. */
  readonly lost: 'theirs' | 'ours'
  readonly bytes: number
}

// A hello of this length needs no second packet anywhere; a longer one of the driver's own may.
const onePacket = 1_200

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-mtu-black-hole',
  title: 'Long packets are lost on the way',
  scope: 'endpoint',
  refines: ['tls-silent'],
  experiments: [helloSizeExperiment],
  infer(evidence, at) {
    if (at === null || wantsTls(evidence) !== true) return unknown()
    const look = silentHandshake(evidence, at)
    if (look === undefined) return unknown()
    const trials = trialsAt(evidence, helloSizeExperiment, at)
    const { control } = trials
    const short = variationOf(trials, shortAnswer)
    if (control.steady === null || short.steady === null) return unknown()
    const said = [
      ...citeArm(control, 'an ordinary TLS hello of one packet'),
      ...citeArm(short, 'a hello whose answer is seven bytes long'),
    ]
    const [first, ...rest] = said
    if (first === undefined) return unknown()
    const bytes = helloBytes(look)
    if (control.steady === 'silence') {
      if (short.steady === 'silence') return absent(...said)
      return present(evidence, at, look, { endpoint: at, lost: 'theirs', bytes }, [first, ...rest])
    }
    // An ordinary hello is answered: only where the driver's own is the longer one does its length explain the silence.
    return bytes > onePacket
      ? present(evidence, at, look, { endpoint: at, lost: 'ours', bytes }, [first, ...rest])
      : unknown()
  },
  advise: ({ endpoint, lost, bytes }) => ({
    title:
      lost === 'theirs'
        ? says`Short answers of ${endpoint} arrive and long ones do not: large packets are lost on the way`
        : says`${endpoint} answers a short TLS hello and not the driver's, which is ${bytes} bytes long: large packets are lost on the way`,
    explanation:
      lost === 'theirs'
        ? says`To a hello that can only be refused, the server answers at once with a few bytes. To an ordinary one, whose answer holds its certificate and fills several packets, nothing comes. Somewhere on the way a link takes smaller packets than both ends believe (its MTU), and the message that would say so is filtered.`
        : says`The two hellos differ in length alone. One that fills more than a packet is lost: either a link on the way takes smaller packets than this end believes (its MTU), or a device expects the whole hello in the first packet. Hellos with a post-quantum key share are that long.`,
    steps: [
      says`VPNs and tunnels are the usual place. Lower the MTU of that interface for one try: sudo ip link set dev tun0 mtu 1300 (WireGuard: MTU = 1300 in its configuration; Docker: the network's com.docker.network.driver.mtu).`,
      says`Whoever runs the router or the firewall: clamp the segment size (iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu), and let ICMP "fragmentation needed" pass.`,
      ...(lost === 'ours'
        ? [
            says`Until then leave the post-quantum share out of the hello: tls.DEFAULT_ECDH_CURVE = 'X25519:P-256' in a Node program, GODEBUG=tlsmlkem=0 for Go.`,
          ]
        : [says`On the server's side jumbo frames (MTU 9000) towards a path of 1500 show the same.`]),
    ],
    operator: [
      says`MTU of every link and tunnel between ${endpoint} and this client; a server interface with 9000 towards a path of 1500.`,
      says`Rules for ICMP: that "fragmentation needed" (type 3, code 4) and "packet too big" (ICMPv6 type 2) pass.`,
      says`MSS clamping at the VPN gateway or router (\`TCPMSS --clamp-mss-to-pmtu\`).`,
    ],
    confirm: says`ping -M do -s 1472 to the host, then with smaller numbers: the largest that passes, plus 28, is the MTU of the way. Below 1500 with no message for the larger ones settles it.`,
  }),
})

function present(
  evidence: Evidence,
  at: Endpoint,
  look: HandshakeLook,
  facts: Facts,
  because: Citations,
): Inference<Facts> {
  return {
    is: 'present',
    certainty: 'likely',
    bearing: bearingAt(evidence, at),
    facts,
    because: [
      ...because,
      cite(
        look,
        says`the handshake got no further in ${Math.round(look.tookMs)} ms (${look.saw.bytesRead} bytes came)`,
      ),
    ],
  }
}

/** Bytes of the driver's first flight. */
function helloBytes({ saw }: HandshakeLook): number {
  return saw.records.find(({ direction }) => direction === 'sent')?.bytes ?? 0
}

function citeArm(arm: Arm, what: string): readonly Citation[] {
  const [look] = arm.looks
  if (look === undefined || arm.steady === null) return []
  return [cite(look, says`${what} met ${arm.steady}, ${timesOf(arm, arm.steady)} times`)]
}
