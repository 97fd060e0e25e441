import { absent, cite, defineCause, endpointParts, says, seenBy, unknown } from '@mongowhy/core'
import type {
  Cause,
  Endpoint,
  Evidence,
  HelloSighting,
  Inference,
  PeerProtocol,
  SeenLook,
} from '@mongowhy/core'

import { endedIt, endedLate, unprompted } from '../kit/closing.ts'
import { answered, handshakes } from '../kit/deployment.ts'
import { ask } from '../kit/evidence.ts'
import { echoed, peerNames, protocolCertainty, whoListens, wrongPortSteps } from '../kit/peer.ts'
import { bearingAt } from '../kit/reach.ts'
import { roundsAt } from '../kit/rounds.ts'
import { endedWithoutByte, hellos, notYetAsked, otherTls, refusal, surest, wantsTls } from '../kit/tls.ts'
import { explanation, furtherSteps } from './words.ts'
import type { Answered } from './words.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly port: number | null
  readonly protocol: PeerProtocol
  readonly excerpt: string
  readonly answered: Answered
}

export const cause: Cause = defineCause<Facts>({
  code: 'wire-not-mongodb',
  title: 'Another service than MongoDB answers the first message',
  scope: 'endpoint',
  explains: ['tls-refused-before-certificate', 'tls-silent', 'tls-client-is-plain', 'wire-hello-silent'],
  infer(evidence, at) {
    const wanted = wantsTls(evidence)
    if (at === null || wanted === undefined) return unknown()
    const reply = answered(evidence, at)
    if (reply !== undefined) return absent(cite(reply.look, says`${at} answered MongoDB's protocol`))
    const [walked] = roundsAt(evidence, at).flatMap(({ passed }) => passed)
    if (walked !== undefined)
      return absent(cite(walked, says`at another time ${at} answered as MongoDB does`))
    const looks = [
      ...hellos(evidence, at, wanted ? 'tls' : 'plain'),
      // With TLS wanted, what speaks without it counts only where the TLS hello got no answer at all.
      ...(wanted && handshakes(evidence, at).every(({ saw }) => endedWithoutByte(saw))
        ? hellos(evidence, at, 'plain')
        : []),
      // Without TLS wanted, a service within TLS counts only where the plain hello met what speaks TLS alone.
      ...(!wanted && hellos(evidence, at, 'plain').every(({ saw }) => fitsTls(saw))
        ? hellos(evidence, at, 'tls')
        : []),
    ]
    return surest(looks.map((look) => judge(evidence, at, look)))
  },
  advise: ({ endpoint, port, protocol, excerpt, answered: what }) => ({
    title:
      what === 'nothing'
        ? says`${endpoint} takes the connection and ends it at the first message, with TLS and without`
        : what === 'nothing-within-tls'
          ? says`${endpoint} completes the TLS handshake and ends the connection at the first message`
          : says`${endpoint} is not MongoDB: ${peerNames[protocol]} answers there`,
    explanation: protocol === 'echo' ? echoed : explanation(what, excerpt),
    steps: [...wrongPortSteps(port, protocol), ...furtherSteps(what)],
    ...whoListens(protocol),
  }),
})

/** What a server that speaks TLS alone does with a plain hello: it ends the connection, says nothing, or sends an alert. */
function fitsTls({ outcome }: HelloSighting): boolean {
  switch (outcome.is) {
    case 'closed':
    case 'reset':
    case 'silent':
      return true
    case 'not-mongodb':
      return outcome.protocol === 'tls'
    case 'reply':
    case 'error':
    case 'malformed':
      return false
  }
}

function judge(evidence: Evidence, at: Endpoint, look: SeenLook<'wire.hello'>): Inference<Facts> {
  const { outcome, transport } = look.saw
  if (outcome.is === 'silent' && transport === 'plain') return judgeLine(evidence, at, look.saw.address)
  // Without TLS in the target, that TLS is spoken there is the fault, whoever speaks within it.
  if (outcome.is === 'silent')
    return wantsTls(evidence) === true ? judgeLineWithin(evidence, at, look) : unknown()
  // It took its time: somebody else was waited for, and the message was not judged.
  if (endedLate(evidence, look)) return unknown()
  if ((outcome.is === 'closed' || outcome.is === 'reset') && transport === 'plain') {
    return judgeEnding(evidence, at, look)
  }
  if ((outcome.is === 'closed' || outcome.is === 'reset') && transport === 'tls') {
    return judgeEndingWithin(evidence, at, look)
  }
  // A TLS alert in answer to a plain hello is what a TLS server sends, a MongoDB's too.
  if (outcome.is !== 'not-mongodb' || outcome.protocol === 'tls' || outcome.protocol === 'mongodb') {
    return unknown()
  }
  const { protocol } = outcome
  const excerpt = outcome.excerpt.slice(0, 60)
  return {
    is: 'present',
    certainty: protocolCertainty(protocol),
    bearing: bearingAt(evidence, at),
    facts: factsOf(at, protocol, excerpt, transport === 'tls' ? 'within-tls' : 'plain'),
    because: [
      protocol === 'echo'
        ? cite(look, says`${at} answered a hello with that hello`)
        : cite(look, says`${at} answered a hello with "${excerpt}"`),
    ],
  }
}

/** Redis and many proxies wait for the end of a line, which a hello does not have; GET has one. */
function judgeLine(evidence: Evidence, at: Endpoint, address: string): Inference<Facts> {
  const open = notYetAsked(evidence, ask('wire.http', at, { address }))
  if (open.length > 0) return unknown(...open)
  return answerToLine(evidence, at, address, 'plain') ?? judgeAnswerToTls(evidence, at, address)
}

/** The same within TLS, where a handshake was made and the hello waits. */
function judgeLineWithin(
  evidence: Evidence,
  at: Endpoint,
  { saw: { address } }: SeenLook<'wire.hello'>,
): Inference<Facts> {
  const open = notYetAsked(evidence, ask('wire.http', at, { address, transport: 'tls' }))
  return answerToLine(evidence, at, address, 'tls') ?? unknown(...open)
}

function answerToLine(
  evidence: Evidence,
  at: Endpoint,
  address: string,
  transport: 'plain' | 'tls',
): Inference<Facts> | null {
  const look = seenBy(evidence, 'wire.http', at).find(
    ({ ask: { vary }, saw }) => saw.address === address && (vary.transport ?? 'plain') === transport,
  )
  const outcome = look?.saw.outcome
  if (look === undefined || (outcome?.is !== 'http' && outcome?.is !== 'other')) return null
  const protocol = outcome.is === 'http' ? 'http' : outcome.protocol
  // Bytes that we cannot place may be a MongoDB server's idea of a reply.
  if (protocol === 'unknown' || protocol === 'tls' || protocol === 'mongodb') return unknown()
  const excerpt = outcome.excerpt.slice(0, 60)
  return {
    is: 'present',
    certainty: 'certain',
    bearing: bearingAt(evidence, at),
    facts: factsOf(at, protocol, excerpt, transport === 'tls' ? 'line-within-tls' : 'line'),
    because: [cite(look, says`${at} left a hello unanswered, and answered GET with "${excerpt}"`)],
  }
}

/** memcached hangs up on GET; a TLS hello always holds the end of a line, since its extension of groups has the number 10. */
function judgeAnswerToTls(evidence: Evidence, at: Endpoint, address: string): Inference<Facts> {
  for (const look of handshakes(evidence, at)) {
    const { outcome } = look.saw
    if (look.saw.address !== address || outcome.is !== 'not-tls') continue
    const { protocol } = outcome
    if (protocol === 'unknown' || protocol === 'tls' || protocol === 'mongodb') continue
    const excerpt = outcome.excerpt.slice(0, 60)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: factsOf(at, protocol, excerpt, 'tls-hello'),
      because: [cite(look, says`${at} left a hello unanswered, and answered a TLS hello with "${excerpt}"`)],
    }
  }
  return unknown()
}

/** It hung up on a hello without TLS, as a server does that wants TLS; so TLS is asked first, then who it may be. */
function judgeEnding(evidence: Evidence, at: Endpoint, hello: SeenLook<'wire.hello'>): Inference<Facts> {
  const { address } = hello.saw
  const tls = ask('tls.handshake', at, { address })
  const request = ask('wire.postgresql', at, { address })
  const silence = ask('wire.banner', at, { address })
  const openTls = notYetAsked(evidence, tls)
  if (openTls.length > 0) return unknown(...openTls)
  if (!handshakes(evidence, at).every(({ saw }) => endedWithoutByte(saw))) return unknown()
  if (otherTls(evidence, at, address) !== undefined) return unknown()
  const open = notYetAsked(evidence, request, silence)
  if (open.length > 0) return unknown(...open)
  const answer = seenBy(evidence, 'wire.postgresql', at).find(({ saw }) => saw.address === address)
  if (answer === undefined) return unknown()
  const ended = cite(hello, says`${at} ended the connection at a hello without TLS`)
  const { outcome } = answer.saw
  if (outcome.is === 'postgresql' || (outcome.is === 'other' && outcome.protocol === 'postgresql')) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: factsOf(at, 'postgresql', '', 'ssl-request'),
      because: [cite(answer, says`${at} answered PostgreSQL's request for TLS as PostgreSQL does`), ended],
    }
  }
  // With TLS wanted, what ends a TLS hello has causes of its own.
  const kept = unprompted(evidence, at, address)
  if (wantsTls(evidence) === true || kept === undefined || kept === null || endedIt(kept.saw))
    return unknown()
  return {
    is: 'present',
    certainty: 'possible',
    bearing: bearingAt(evidence, at),
    facts: factsOf(at, 'unknown', '', 'nothing'),
    because: [ended, cite(kept, says`as long as we said nothing, it kept the connection`)],
  }
}

/** A handshake that was completed, and the end at once: what ended TLS had nobody to pass the message to, or judged it. */
function judgeEndingWithin(
  evidence: Evidence,
  at: Endpoint,
  hello: SeenLook<'wire.hello'>,
): Inference<Facts> {
  const shaken = handshakes(evidence, at).find(({ saw }) => saw.address === hello.saw.address)
  // A server that wants a client certificate may end the connection only now.
  if (wantsTls(evidence) !== true) return unknown()
  if (shaken?.saw.outcome.is !== 'secure' || shaken.saw.clientCertificate.requested) return unknown()
  const alert = refusal(shaken.saw)
  return {
    is: 'present',
    certainty: 'possible',
    bearing: bearingAt(evidence, at),
    facts: factsOf(at, 'unknown', '', 'nothing-within-tls'),
    because: [
      cite(hello, says`${at} ended the connection at the first message within TLS`),
      cite(shaken, says`its TLS handshake was completed before, without asking for a client certificate`),
      ...(alert === undefined
        ? []
        : [cite(shaken, says`it said why in TLS: alert ${alert.number} (${alert.name})`)]),
    ],
  }
}

function factsOf(
  endpoint: Endpoint,
  protocol: PeerProtocol,
  excerpt: string,
  answered: Facts['answered'],
): Facts {
  return { endpoint, port: endpointParts(endpoint).port, protocol, excerpt, answered }
}
