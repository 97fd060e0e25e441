import { absent, cite, defineCause, says, timesOf, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Citation, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { endAfterFlight } from '../kit/client-certificate.ts'
import { handshakes } from '../kit/deployment.ts'
import { citeArm, nameFindings, serverNameExperiment } from '../kit/experiments/server-name.ts'
import { citeRounds, unsteadyAt } from '../kit/rounds.ts'
import {
  answeredIn,
  echoedUs,
  overHandshakes,
  refusal,
  sawNoCertificate,
  spokeTls,
  wantsTls,
} from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-peer-fault',
  title: 'One side’s TLS is faulty',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate', 'tls-no-common-cipher'],
  experiments: [serverNameExperiment],
  infer: (evidence, at) =>
    byTurns(evidence, at) ?? overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise,
})

/** What a repetition shows: alerts by turns with handshakes that succeed, at one and the same address. */
function byTurns(evidence: Evidence, at: Endpoint | null): Inference<Facts> | null {
  if (at === null || wantsTls(evidence) !== true) return null
  const rounds = unsteadyAt(evidence, at).find(
    ({ how, turns, failed }) =>
      how?.step === 'tls' && alertIn(how.how) !== null && turns > 1 && failed.length > 1,
  )
  const [first, ...rest] = rounds === undefined ? [] : citeRounds(rounds)
  const how = rounds?.how?.how
  if (rounds === undefined || how === undefined || first === undefined) return null
  const passed = `${rounds.passed.length} of ${rounds.walks.length}`
  return {
    is: 'present',
    // Other alerts say what does not suit the server; that it suits at times means several servers, more often than a faulty one.
    certainty: alertIn(how) === internalError ? 'certain' : 'likely',
    bearing: 'fault',
    facts: { endpoint: at, is: 'by-turns', how, passed },
    because: [first, ...rest],
  }
}

function alertIn(how: string): number | null {
  return how.startsWith('alert ') ? Number(how.slice('alert '.length)) : null
}

// What a stack says of a message that it could not make sense of, or of itself.
const malformed: readonly number[] = [10, 20, 22, 47, 50, 51, 109, 110]
const internalError = 80

/** Failures of our own stack over what the peer sent: not what it chose, but how it was made. */
const senseless: readonly string[] = [
  'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
  'ERR_SSL_BAD_RECORD_TYPE',
  'ERR_SSL_UNEXPECTED_MESSAGE',
  'ERR_SSL_UNEXPECTED_RECORD',
  'ERR_SSL_BAD_SIGNATURE',
  'ERR_SSL_BAD_EXTENSION',
  'ERR_SSL_BAD_LENGTH',
  'ERR_SSL_LENGTH_MISMATCH',
  'ERR_SSL_LENGTH_TOO_LONG',
  'ERR_SSL_DIGEST_CHECK_FAILED',
  'ERR_SSL_EXCESSIVE_MESSAGE_SIZE',
  'ERR_SSL_INVALID_COMPRESSION_ALGORITHM',
]

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  const reply = answeredIn(evidence, look.ask.endpoint, 'tls', saw.address)
  if (reply !== undefined) return absent(cite(reply, says`the handshake with ${endpoint} succeeded`))
  return compared(evidence, look) ?? byItself(look) ?? unknown()
}

/** What the same hello, or another version of it, came to at other times and at other members. */
function compared(evidence: Evidence, look: HandshakeLook): Inference<Facts> | null {
  const endpoint = look.ask.endpoint ?? ''
  if (!sawNoCertificate(look.saw)) return null
  const how = howRefused(look)
  const found = nameFindings(evidence, look.ask.endpoint)
  // TLS is at fault only where it was TLS that said no.
  const unsteady = found?.unsteady.find(({ results }) => results.some((result) => result.startsWith('alert')))
  if (unsteady !== undefined) {
    return present(
      look,
      { endpoint, is: 'by-turns', how, passed: timesOf(unsteady, 'certificate') },
      'certain',
      [...citeArm(unsteady)],
    )
  }
  if (found?.passesIn !== null && found?.passesIn !== undefined) {
    const version = found.passesIn.variant?.endsWith('1.2') === true ? '1.2' : '1.3'
    // A device on the way that cannot take the longer hello resets; an alert is a stack's own word.
    const certainty = refusal(look.saw) === undefined ? 'likely' : 'certain'
    return present(look, { endpoint, is: 'one-version', how, version }, certainty, [
      ...citeArm(found.trials.control),
      ...citeArm(found.passesIn),
    ])
  }
  const siblings = siblingsThatPass(evidence, look)
  const refusedFirmly = found === null || found.indifferent
  if (siblings.length === 0 || refusal(look.saw)?.number !== internalError || !refusedFirmly) return null
  return present(look, { endpoint, is: 'one-member', how, siblings }, 'likely', [
    ...(found === null ? [] : citeArm(found.trials.control)),
    cite(look, says`the same hello got a certificate from ${siblings.join(', ')}`),
  ])
}

/** What the one handshake shows by itself. */
function byItself(look: HandshakeLook): Inference<Facts> | null {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  if (saw.outcome.is === 'local-failure') {
    if (!senseless.includes(saw.outcome.code) || echoedUs(saw)) return null
    const how = `our TLS library could not make sense of what it sent (${saw.outcome.code})`
    return present(look, { endpoint, is: 'senseless', how }, 'likely', [])
  }
  const alert = refusal(saw)
  if (alert === undefined && cutMidway(look)) {
    const how = `the end came after its ${sawNoCertificate(saw) ? 'hello' : 'certificate'}, before our part of the handshake`
    return present(look, { endpoint, is: 'cut', how }, 'possible', [])
  }
  // A refusal of our certificate is another matter, and so is one of somebody who reads the hello and knows us.
  if (endAfterFlight(look) !== null && saw.clientCertificate.requested) return null
  if (alert === undefined) return null
  if (malformed.includes(alert.number)) {
    return present(look, { endpoint, is: 'senseless', how: howRefused(look) }, 'likely', [])
  }
  if (alert.number !== internalError || alert.position === 'before-server-hello' || !spokeTls(saw))
    return null
  return present(look, { endpoint, is: 'midway', how: howRefused(look) }, 'likely', [])
}

/** It answered in TLS and hung up before we said more than hello: nothing of ours was judged but that. */
function cutMidway({ saw }: HandshakeLook): boolean {
  if (saw.outcome.is !== 'closed' && saw.outcome.is !== 'reset') return false
  if (!spokeTls(saw) || saw.clientCertificate.requested) return false
  const sent = saw.records.filter(({ direction }) => direction === 'sent').flatMap(({ holds }) => holds)
  // A hello that was asked for again comes twice, with a ChangeCipherSpec that means nothing.
  return sent.length > 0 && sent.every((held) => held === 'ClientHello' || held === 'ChangeCipherSpec')
}

function present(
  look: HandshakeLook,
  facts: Facts,
  certainty: Certainty,
  more: readonly Citation[],
): Inference<Facts> {
  return {
    is: 'present',
    certainty,
    bearing: 'fault',
    facts,
    because: [cite(look, says`${facts.endpoint}: ${facts.how}`), ...more],
  }
}

function howRefused({ saw }: HandshakeLook): string {
  const alert = refusal(saw)
  if (alert === undefined)
    return `the handshake was ${saw.outcome.is === 'reset' ? 'reset' : 'ended'} before a certificate`
  return `alert ${alert.number} (${alert.name}) came ${positions[alert.position]}`
}

const positions = {
  'before-server-hello': 'in answer to the hello',
  'after-server-hello': 'after the server’s own hello',
  'after-certificate': 'after its certificate',
  'after-client-flight': 'after our part of the handshake',
  'after-handshake': 'after the handshake',
} as const

/** Other members that show a certificate to the same hello, under names of the same domain. */
function siblingsThatPass(evidence: Evidence, look: HandshakeLook): readonly Endpoint[] {
  const own = domainOf(look.ask.endpoint ?? '')
  const passing = handshakes(evidence, null).filter(
    ({ ask, saw }) =>
      ask.endpoint !== null &&
      ask.endpoint !== look.ask.endpoint &&
      !sawNoCertificate(saw) &&
      domainOf(ask.endpoint) === own,
  )
  return [...new Set(passing.flatMap(({ ask }) => ask.endpoint ?? []))]
}

/** All but the first label of a host. */
function domainOf(endpoint: Endpoint): string {
  return endpoint.slice(endpoint.indexOf('.') + 1).replace(/:\d+$/, '')
}
