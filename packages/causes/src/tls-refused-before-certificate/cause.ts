import { absent, cite, defineCause, endpointParts, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Citation, Endpoint, Evidence, Inference, TlsSighting } from '@mongowhy/core'

import { endedLate } from '../kit/closing.ts'
import { handshakes } from '../kit/deployment.ts'
import { citeRelaxed, relaxedExperiment } from '../kit/experiments/relaxed.ts'
import {
  citeArm,
  citeIndifference,
  nameFindings,
  serverNameExperiment,
} from '../kit/experiments/server-name.ts'
import {
  answeredIn,
  hellos,
  isAtlasHost,
  overHandshakes,
  refusalBeforeCertificate,
  sawNoCertificate,
  spokeTls,
  widestAnswer,
} from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-refused-before-certificate',
  title: 'The server refuses before it shows a certificate',
  scope: 'endpoint',
  experiments: [serverNameExperiment, relaxedExperiment],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise,
})

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (saw.outcome.is === 'secure' || !sawNoCertificate(saw)) {
    return absent(cite(look, says`${endpoint} showed its certificate`))
  }
  const how = howRefused(saw)
  if (how === null || endedLate(evidence, look)) return unknown()
  const plain = answeredIn(evidence, look.ask.endpoint, 'plain', saw.address)
  if (plain !== undefined) return absent(cite(plain, says`${endpoint} answers without TLS`))
  const others = elsewhere(evidence, look.ask.endpoint)
  const facts: Facts = {
    endpoint,
    host: endpointParts(endpoint).host,
    atlas: isAtlasHost(endpointParts(endpoint).host),
    servername: saw.servername,
    how,
    bytesRead: saw.bytesRead,
    alike: others.alike,
    passed: others.passed,
    widestRefusedToo: widestAnswer(evidence, look)?.saw.outcome.is === 'alert',
    indifferent: nameFindings(evidence, look.ask.endpoint)?.indifferent ?? false,
    byTurns: (nameFindings(evidence, look.ask.endpoint)?.unsteady.length ?? 0) > 0,
    roundTrips: roundTripsOf(evidence, look),
  }
  return {
    is: 'present',
    certainty: certaintyOf(facts),
    bearing: 'fault',
    facts,
    because: [
      citeHow(look, facts),
      ...citePlain(evidence, look),
      ...citeNames(evidence, look),
      ...citeRelaxed(evidence, look.ask.endpoint),
    ],
  }
}

/** What the experiment with names and versions showed. */
function citeNames(evidence: Evidence, look: HandshakeLook): readonly Citation[] {
  const found = nameFindings(evidence, look.ask.endpoint)
  if (found === null) return []
  if (found.indifferent) return citeIndifference(found)
  return [found.trials.control, ...found.unsteady].flatMap(citeArm)
}

/** After how many round trips of the TCP connection the refusal came; null where either was not measured. */
function roundTripsOf(evidence: Evidence, look: HandshakeLook): number | null {
  const alert = refusalBeforeCertificate(look.saw)
  const open = seenBy(evidence, 'tcp.connect', look.ask.endpoint).find(
    ({ saw }) => saw.address === look.saw.address && saw.outcome.is === 'open',
  )
  if (alert === undefined || open?.saw.outcome.is !== 'open' || open.saw.outcome.roundTripMs < 5) return null
  return Math.round((10 * alert.at) / open.saw.outcome.roundTripMs) / 10
}

function howRefused(saw: TlsSighting): Facts['how'] | null {
  const alert = refusalBeforeCertificate(saw)
  if (alert !== undefined) return { is: 'alert', number: alert.number, name: alert.name }
  const { is } = saw.outcome
  if (is !== 'closed' && is !== 'reset') return null
  return { is, after: spokeTls(saw) ? 'server-hello' : 'client-hello' }
}

/** Never certain: nothing on the wire tells one reason of the server from another. */
function certaintyOf({ how, passed }: Facts): Certainty {
  // A member that lets us in while another refuses speaks against a list that holds for all of them.
  if (how.is !== 'alert' || passed.length > 0) return 'possible'
  // Alerts that say that our hello was malformed come from a faulty peer or a box between, as often as from a policy.
  return [10, 20, 22, 47, 50].includes(how.number) ? 'possible' : 'likely'
}

/** How the target's other endpoints took the same hello. */
function elsewhere(
  evidence: Evidence,
  at: Endpoint | null,
): { readonly alike: readonly Endpoint[]; readonly passed: readonly Endpoint[] } {
  const others = handshakes(evidence, null).filter(({ ask }) => ask.endpoint !== null && ask.endpoint !== at)
  const named = (looks: readonly HandshakeLook[]): readonly Endpoint[] => [
    ...new Set(looks.flatMap(({ ask }) => ask.endpoint ?? [])),
  ]
  return {
    alike: named(others.filter(({ saw }) => refusalBeforeCertificate(saw) !== undefined)),
    passed: named(others.filter(({ saw }) => !sawNoCertificate(saw))),
  }
}

function citeHow(look: HandshakeLook, { endpoint, how, bytesRead }: Facts): Citation {
  switch (how.is) {
    case 'alert':
      return cite(
        look,
        says`${endpoint} answered our TLS hello with alert ${how.number} (${how.name}), ${bytesRead} bytes in all, no certificate`,
      )
    case 'closed':
    case 'reset': {
      const point = how.after === 'server-hello' ? 'its own hello, before a certificate' : 'our TLS hello'
      return how.is === 'closed'
        ? cite(look, says`${endpoint} closed the connection after ${point}`)
        : cite(look, says`${endpoint} reset the connection after ${point}`)
    }
  }
}

function citePlain(evidence: Evidence, look: HandshakeLook): readonly Citation[] {
  const plain = hellos(evidence, look.ask.endpoint, 'plain', look.saw.address)[0]
  return plain === undefined ? [] : [cite(plain, says`it does not answer without TLS either`)]
}
