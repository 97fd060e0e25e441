import { absent, cite, defineCause, endpointParts, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference, PeerProtocol } from '@mongowhy/core'

import { peerNames, protocolCertainty, whoListens, wrongPortSteps } from '../kit/peer.ts'
import { answeredIn, hellos, notYetAsked, overHandshakes, plainHello } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly port: number | null
  readonly protocol: PeerProtocol
  readonly excerpt: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-not-mongodb',
  title: 'Something other than MongoDB answers the TLS hello',
  scope: 'endpoint',
  explains: ['tls-refused-before-certificate', 'wire-hello-silent'],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, port, protocol, excerpt }) => ({
    title: says`${endpoint} is not MongoDB: ${peerNames[protocol]} answers there`,
    explanation: says`What came back to our first message was neither TLS nor MongoDB's protocol but began with "${excerpt}".`,
    steps: wrongPortSteps(port, protocol),
    ...whoListens(protocol),
  }),
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { outcome, address } = look.saw
  const at = look.ask.endpoint ?? ''
  const reply = answeredIn(evidence, look.ask.endpoint, 'plain', address)
  if (reply !== undefined) return absent(cite(reply, says`${at} answered MongoDB's protocol`))
  if (outcome.is === 'secure') return absent(cite(look, says`${at} speaks TLS`))
  if (outcome.is !== 'not-tls') return unknown()
  if (outcome.protocol === 'mongodb' || outcome.protocol === 'tls') {
    return absent(cite(look, says`${at} speaks MongoDB's protocol or TLS`))
  }
  const known = outcome.protocol === 'unknown' ? plainAnswer(evidence, look) : outcome
  if (known === null) return unknown(...notYetAsked(evidence, plainHello(look)))
  const { protocol } = known
  const excerpt = known.excerpt.slice(0, 60)
  return {
    is: 'present',
    certainty: protocolCertainty(protocol),
    bearing: 'fault',
    facts: { endpoint: at, port: endpointParts(at).port, protocol, excerpt },
    because: [cite(look, says`${at} answered our TLS hello with "${outcome.excerpt.slice(0, 60)}"`)],
  }
}

interface Answer {
  readonly protocol: PeerProtocol
  readonly excerpt: string
}

/**
 * A MongoDB-compatible server may answer a TLS hello with an error of its own making, and a service that was given
 * nonsense may name itself when asked in plain. Null before it was asked.
 */
function plainAnswer(evidence: Evidence, look: HandshakeLook): Answer | null {
  const plain = hellos(evidence, look.ask.endpoint, 'plain', look.saw.address)[0]
  if (plain === undefined) return null
  const own = look.saw.outcome
  const { outcome } = plain.saw
  if (outcome.is === 'not-mongodb') return outcome
  return { protocol: 'unknown', excerpt: own.is === 'not-tls' ? own.excerpt : '' }
}
