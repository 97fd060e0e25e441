import { absent, cite, defineCause, endpointParts, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, Inference, PeerProtocol, Phrase } from '@mongowhy/core'

import { echoed, peerNames, protocolCertainty, whoListens, wrongPortSteps } from '../kit/peer.ts'
import {
  answeredIn,
  echoedUs,
  endedWithoutByte,
  hellos,
  notYetAsked,
  overHandshakes,
  plainHello,
} from '../kit/tls.ts'
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
    explanation: explanation(protocol, excerpt),
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
  if (echoedUs(look.saw)) {
    return present(at, 'echo', '', cite(look, says`${at} answered our TLS hello with that hello`))
  }
  if (endedWithoutByte(look.saw)) return judgeBanner(evidence, at, address)
  if (outcome.is !== 'not-tls') return unknown()
  if (outcome.protocol === 'mongodb' || outcome.protocol === 'tls') {
    return absent(cite(look, says`${at} speaks MongoDB's protocol or TLS`))
  }
  const known = outcome.protocol === 'unknown' ? plainAnswer(evidence, look) : outcome
  if (known === null) return unknown(...notYetAsked(evidence, plainHello(look)))
  return present(
    at,
    known.protocol,
    known.excerpt,
    cite(look, says`${at} answered our TLS hello with "${outcome.excerpt.slice(0, 60)}"`),
  )
}

/** What it says to everybody may be lost where it hangs up on a hello: the end overtakes the words. */
function judgeBanner(evidence: Evidence, at: Endpoint, address: string): Inference<Facts> {
  const look = seenBy(evidence, 'wire.banner', at).find(({ saw }) => saw.address === address)
  if (look?.saw.outcome.is !== 'spoke') return unknown()
  const { protocol, excerpt } = look.saw.outcome
  if (protocol === 'tls' || protocol === 'mongodb') return unknown()
  const shown = excerpt.slice(0, 60)
  return present(
    at,
    protocol,
    shown,
    cite(look, says`${at} says "${shown}" before anybody asks; MongoDB waits`),
  )
}

function present(
  endpoint: Endpoint,
  protocol: PeerProtocol,
  excerpt: string,
  citation: Citation,
): Inference<Facts> {
  return {
    is: 'present',
    certainty: protocolCertainty(protocol),
    bearing: 'fault',
    facts: { endpoint, port: endpointParts(endpoint).port, protocol, excerpt: excerpt.slice(0, 60) },
    because: [citation],
  }
}

function explanation(protocol: PeerProtocol, excerpt: string): Phrase {
  return protocol === 'echo'
    ? echoed
    : says`What came back to us was neither TLS nor MongoDB's protocol but began with "${excerpt}".`
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
