import { absent, cite, defineCause, endpointParts, looksOf, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, SeenLook } from '@mongowhy/core'

import { mute } from '../kit/closing.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt, citeTcp, hostOf, reachOf } from '../kit/reach.ts'
import { isAtlasHost } from '../kit/tls.ts'

type Sign = 'made-up-address' | 'takes-everything'

interface Facts {
  readonly host: string
  readonly address: string
  readonly sign: Sign
}

// A port that no service has, below those that systems give to clients: a server does not listen there, what answers in
// place of every server does.
const nobodys = 29_987

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-vpn-or-mesh',
  title: 'A VPN, a security client or a mesh stands in between',
  scope: 'endpoint',
  explains: [
    'tcp-filtered',
    'tcp-no-route',
    'tcp-refused',
    'tcp-connection-limit',
    'tcp-reset-by-middlebox',
    'tls-silent',
    'tls-refused-before-certificate',
    'wire-hello-silent',
  ],
  infer(evidence, at) {
    if (at === null) return unknown()
    const looks = reachOf(evidence, at).looks
    const made = looks.find(({ saw }) => isMadeUp(saw.address, hostOf(at)))
    if (made !== undefined) return present(evidence, at, made.saw.address, 'made-up-address', citeTcp(made))
    const [first] = looks
    if (first === undefined) return unknown()
    return answersAnything(evidence, at) ?? absent(citeTcp(first))
  },
  advise: ({ host, address, sign }) => ({
    title: says`Something on this side stands between this machine and ${host}: a VPN, a security client, or a service mesh`,
    explanation:
      sign === 'made-up-address'
        ? says`The name leads to ${address}, an address that exists nowhere on the Internet. Programs that take over the network (zero-trust clients, proxies with made-up addresses, service meshes) hand such addresses out, one for each name, and pass on what they know how to.`
        : says`${address} takes a connection on port ${nobodys} too, where no server listens, and gives no byte on its own. So it is not the server that takes our connections: something on the way accepts them all, and only then sees whether it can or may pass them on.`,
    steps: [
      says`Switch the VPN or the security client off for one try, or try from a machine without it. If it works there, ask for ${host} and its port to be left out of it (a bypass, split tunnelling).`,
      says`Whoever runs it should know that MongoDB speaks neither HTTP nor HTTPS: inspection of web traffic breaks it.`,
      says`In a service mesh: an egress rule (ServiceEntry) for ${host} with the protocol TCP or TLS, or the port left out of the sidecar (traffic.sidecar.istio.io/excludeOutboundPorts: "27017").`,
    ],
    confirm: says`The same run with the VPN off, or from another machine: healthy there means that what stands between is the reason.`,
  }),
})

/** Addresses that no server has: of a network for tests (RFC 2544) and of class E; for providers' names carriers' own too. */
function isMadeUp(address: string, host: string): boolean {
  const [first = NaN, second = NaN] = address.split('.').map(Number)
  if (first === 198 && (second === 18 || second === 19)) return true
  if (first >= 240 && first < 255) return true
  return isAtlasHost(host) && first === 100 && second >= 64 && second < 128
}

/** Where the peer took the connection and gave nothing: whether the same address takes connections on any port. */
function answersAnything(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const look = mute(evidence, at)
  if (look === undefined || endpointParts(at).port === null) return null
  const { address } = look.saw
  const control = looksOf(evidence, 'tcp.control', at).find(
    ({ ask: { vary } }) => vary.of === 'same-host' && vary.address === address && vary.port === nobodys,
  )
  if (control === undefined)
    return unknown(ask('tcp.control', at, { of: 'same-host', address, port: nobodys }))
  if (control.status !== 'seen') return unknown()
  const open = control.saw.attempts.some(({ outcome }) => outcome.is === 'open')
  if (!open) return absent(citeControl(control, false))
  return present(evidence, at, address, 'takes-everything', citeControl(control, true), citeTcp(look))
}

function citeControl(look: SeenLook<'tcp.control'>, open: boolean): Citation {
  return cite(
    look,
    says`the same address ${open ? 'takes' : 'takes no'} connections on port ${nobodys}, where no server listens`,
  )
}

function present(
  evidence: Evidence,
  at: Endpoint,
  address: string,
  sign: Sign,
  ...because: readonly [Citation, ...Citation[]]
): Inference<Facts> {
  const answers = seenBy(evidence, 'wire.hello', at).some(({ saw }) => saw.outcome.is === 'reply')
  return {
    is: 'present',
    certainty: 'likely',
    // What stands between and lets MongoDB through is worth knowing, and no more.
    bearing: answers ? 'advisory' : bearingAt(evidence, at),
    facts: { host: hostOf(at), address, sign },
    because,
  }
}
