import { absent, cite, defineCause, endpointParts, listed, says, together, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence } from '@mongowhy/core'

import { addressOfCounterpart, counterpart } from '../kit/atlas-names.ts'
import { handshakes } from '../kit/deployment.ts'
import { addressesIn, citeAnswer, question } from '../kit/dns.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import { refusalBeforeCertificate } from '../kit/tls.ts'
import { aside, metAside } from '../kit/trial.ts'

interface Facts {
  readonly host: string
  readonly other: string
  readonly address: string
  readonly addresses: readonly string[]
}

const experiment = 'private-name'

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-public-name-needs-private',
  title: 'The public name is used where the private one is the way in',
  scope: 'endpoint',
  refines: ['tcp-filtered', 'tls-refused-before-certificate'],
  infer(evidence, at) {
    const other = at === null ? null : counterpart(at)
    if (at === null || other === null || other.is !== 'private') return unknown()
    const met = reception(evidence, at)
    if (met === null) return unknown()
    if (met.is === 'let-in') return absent(met.says)
    const asked = addressOfCounterpart(evidence, at, other.host)
    if (asked === null) return unknown()
    if (asked.look === 'unasked') return unknown(question(asked.vary))
    if (typeof asked.look !== 'object') return unknown()
    const [address] = addressesIn([asked.look])
    if (address === undefined) return absent(citeAnswer(asked.look))
    const inside = metAside(evidence, experiment, 'tcp.connect', at, (vary) => vary.address === address)
    if (inside === undefined) return unknown(aside(experiment, 'tcp.connect', at, { address }))
    if (inside === null) return unknown()
    if (inside.saw.outcome.is !== 'open') return absent(citeTcp(inside))
    return {
      is: 'present',
      // Private addresses are many people's: that it is this member that answers there was not seen.
      certainty: 'likely',
      bearing: bearingAt(evidence, at),
      facts: { host: endpointParts(at).host, other: other.host, address, addresses: met.addresses },
      because: [met.says, citeAnswer(asked.look), citeTcp(inside)],
    }
  },
  advise: ({ host, other, address, addresses }) => ({
    title: says`This network reaches the cluster by its private names (-pri), and the string has the public ones`,
    explanation: together(
      says`${host} leads to`,
      listed(addresses.slice(0, 4)),
      says`and shuts this machine out. The cluster has private names too: ${other} leads to ${address}, which takes connections from here. So a peering is in place, and this machine's public address is not on the access list, as it need not be.`,
    ),
    steps: [
      says`In Atlas: Connect, Drivers, and choose Private IP for Peering as the connection type. The string has -pri in its name.`,
      says`If the public way is meant, add the public address of this network's way out to the IP access list instead.`,
    ],
    confirm: says`Run this with the private string: it should be healthy.`,
  }),
})

type Reception =
  | { readonly is: 'shut-out'; readonly says: Citation; readonly addresses: readonly string[] }
  | { readonly is: 'let-in'; readonly says: Citation }

/** How this machine is received under the public name; null where nothing is known. */
function reception(evidence: Evidence, at: Endpoint): Reception | null {
  const { open, refused, silent } = reachOf(evidence, at)
  const [heard] = [...open, ...refused]
  const [first, ...rest] = silent
  if (heard === undefined) {
    return first === undefined
      ? null
      : { is: 'shut-out', says: citeTcp(first), addresses: [first, ...rest].map(({ saw }) => saw.address) }
  }
  const [handshake] = handshakes(evidence, at)
  const alert = handshake === undefined ? undefined : refusalBeforeCertificate(handshake.saw)
  if (handshake === undefined || alert === undefined) return { is: 'let-in', says: citeTcp(heard) }
  const said = cite(
    handshake,
    says`it refused the TLS hello with alert ${alert.number}, before a certificate`,
  )
  return { is: 'shut-out', says: said, addresses: [handshake.saw.address] }
}
