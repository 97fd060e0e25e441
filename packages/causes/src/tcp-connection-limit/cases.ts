import { burst } from '@mongowhy/core'
import type { BannerSighting, HelloSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open } from '../kit/net-case.ts'
import { walked } from '../kit/round-case.ts'
import type { WalkEnd } from '../kit/round-case.ts'
import {
  caseAddress,
  caseEndpoint,
  caseHost,
  endedEarly,
  helloSaw,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

function greeted(outcome: HelloSighting['outcome']): EvidenceBuilder {
  return dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, open).saw(
    'wire.hello',
    caseEndpoint,
    { address: caseAddress, transport: 'plain' },
    helloSaw(outcome),
  )
}

/** Ended upon a plain hello and upon a TLS one. */
function endedTwice(is: 'closed' | 'reset'): EvidenceBuilder {
  return greeted({ is }).saw('tls.handshake', caseEndpoint, { address: caseAddress }, endedEarly({ is }))
}

function waited(evidence: EvidenceBuilder, outcome: BannerSighting['outcome']): EvidenceBuilder {
  return evidence.saw(
    'wire.banner',
    caseEndpoint,
    { address: caseAddress },
    { address: caseAddress, outcome, afterMs: 0.4 },
  )
}

const overTls = dialled(towards(caseHost), caseEndpoint, caseAddress, open).saw(
  'tls.handshake',
  caseEndpoint,
  { address: caseAddress },
  endedEarly({ is: 'closed' }),
)

const repeated = (ends: readonly WalkEnd[]): EvidenceBuilder =>
  walked(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, ends)

const crowded = (ends: readonly WalkEnd[]): EvidenceBuilder =>
  walked(repeated(['ok', 'ok', 'ok', 'ok']), caseEndpoint, caseAddress, ends, [], burst)

export const cases: Cases = defineCases({
  code: 'tcp-connection-limit',
  matching: [
    {
      name: 'each goes through alone, and of several at a time some do not',
      evidence: crowded(['ok', 'tcp refused', 'ok', 'tcp refused']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'closed at times, in no order, by the only server that answers',
      evidence: repeated([
        'ok A',
        'wire closed',
        'ok A',
        'ok A',
        'wire closed',
        'wire closed',
        'ok A',
      ]).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'reset at times',
      evidence: repeated(['wire reset', 'wire reset', 'ok A', 'ok A', 'wire reset', 'ok A', 'ok A']).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'closed before a word',
      evidence: waited(endedTwice('closed'), { is: 'closed' }).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'reset before a word, where TLS was to be spoken',
      evidence: waited(overTls, { is: 'reset' }).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'accepted and reset in the same moment',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, {
        is: 'reset',
      }).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'each goes through alone, and several at a time do as well',
      evidence: crowded(['ok', 'ok', 'ok', 'ok']).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'every third is closed, and the others meet two servers in turn',
      evidence: repeated([
        ...(['ok A', 'ok B', 'wire closed'] as const),
        ...(['ok A', 'ok B', 'wire closed'] as const),
        ...(['ok A', 'ok B', 'wire closed'] as const),
      ]).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-balancer-backend',
    },
    {
      name: 'silent at times',
      evidence: repeated(['ok A', 'wire silent', 'ok A', 'ok A', 'wire silent', 'ok A']).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'it waits for our first bytes, and hangs up upon them',
      evidence: waited(endedTwice('closed'), { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
    {
      name: 'refused upon the TLS hello',
      evidence: waited(overTls, { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-refused-before-certificate',
    },
    {
      name: 'another service, which speaks first',
      evidence: waited(endedTwice('closed'), {
        is: 'spoke',
        protocol: 'ssh',
        excerpt: 'SSH-2.0-OpenSSH',
      }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'wire-not-mongodb',
    },
    {
      name: 'it answers',
      evidence: waited(greeted({ is: 'reply', hello: standaloneHello }), { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'not waited for yet',
      evidence: endedTwice('reset').build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'TLS not tried yet, and not waited for',
      evidence: greeted({ is: 'reset' }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tls-client-is-plain',
    },
    {
      name: 'a closed port',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, {
        is: 'refused',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
  ],
})
