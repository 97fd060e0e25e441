import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { walked } from '../kit/round-case.ts'
import type { WalkEnd } from '../kit/round-case.ts'
import { drove, serverError } from '../kit/server-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const first = dialled(towards(caseHost, { tls: false }), caseEndpoint, '192.0.2.1', open)
const half = dialled(first, caseEndpoint, '192.0.2.2', { is: 'refused' })

const dead = 'tcp refused'
const repeated = (ends: readonly WalkEnd[], certificates?: readonly string[]): EvidenceBuilder =>
  walked(
    towards(caseHost, { tls: certificates !== undefined }),
    caseEndpoint,
    '192.0.2.1',
    ends,
    certificates,
  )

export const cases: Cases = defineCases({
  code: 'tcp-balancer-backend',
  matching: [
    {
      name: 'every third is refused, and the others meet two servers in turn',
      evidence: repeated(['ok A', 'ok B', dead, 'ok A', 'ok B', dead, 'ok A', 'ok B', dead]).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'another certificate by turns, which is not accepted',
      evidence: repeated(
        ['ok', 'tls certificate', 'ok', 'ok', 'tls certificate', 'ok'],
        ['good', 'other', 'good', 'good', 'other', 'good'],
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'two servers by turns, without order, and closed at times',
      evidence: repeated(['ok A', 'wire closed', 'ok B', 'ok A', 'ok A', 'wire closed', 'ok B']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'every second is ended, which a client sees as a close or as a reset',
      evidence: repeated(['ok A', 'wire closed', 'ok A', 'wire reset', 'ok A', 'wire closed']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'every second is silent',
      evidence: repeated(['ok A', 'wire silent', 'ok A', 'wire silent', 'ok A', 'wire silent']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a port that is open and closed by turns',
      evidence: repeated([dead, 'ok', 'ok', dead, 'ok', dead, dead, 'ok']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'closed without order, which a server at its limit does too',
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
      name: 'ended at times and silent at others, between answers',
      evidence: repeated(['ok', 'wire silent', 'ok', 'wire closed', 'wire silent', 'ok']).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
    {
      name: 'one of two is refused, and the driver gets through',
      evidence: drove(half, { is: 'connected' }).build(),
      at: caseEndpoint,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'one of two is silent',
      evidence: dialled(first, caseEndpoint, '192.0.2.2', { is: 'silent' }).build(),
      at: caseEndpoint,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the driver met the dead one, and gave up',
      evidence: drove(half, {
        is: 'failed',
        phase: 'selection',
        error: serverError({
          name: 'MongoServerSelectionError',
          code: null,
          codeName: null,
          systemCode: 'ECONNREFUSED',
        }),
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a server that was restarted meanwhile: another process from then on, and none of the first again',
      evidence: repeated(['ok A', 'ok A', dead, dead, 'ok B', 'ok B', 'ok B']).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'server-starting',
    },
    {
      name: 'refused at first, open for good after that',
      evidence: repeated([dead, dead, dead, 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'server-starting',
    },
    {
      name: 'one silence among many that go through',
      evidence: repeated(['ok', 'ok', 'tcp silent', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'silences without order, of the only server that answers: packets that are lost',
      evidence: repeated(['ok A', 'tcp silent', 'ok A', 'ok A', 'tcp silent', 'ok A', 'tcp silent']).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'alerts without order, of the only server that answers',
      evidence: repeated(['tls alert 80', 'ok A', 'ok A', 'tls alert 80', 'ok A', 'tls alert 80']).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tls-peer-fault',
    },
    {
      name: 'a proxy on the way that refuses by turns',
      evidence: repeated(['proxy closed', 'ok', 'proxy closed', 'ok', 'proxy closed', 'ok']).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'a certificate that was renewed meanwhile',
      evidence: repeated(
        ['tls certificate', 'tls certificate', 'ok', 'ok', 'ok'],
        ['old', 'old', 'new', 'new', 'new'],
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tls-certificate-expired',
    },
    {
      name: 'each of ten went through',
      evidence: repeated(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'all of them are refused',
      evidence: dialled(
        dialled(towards(caseHost, { tls: false }), caseEndpoint, '192.0.2.1', { is: 'refused' }),
        caseEndpoint,
        '192.0.2.2',
        { is: 'refused' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'only the other family is refused',
      evidence: dialled(first, caseEndpoint, '2001:db8::1', { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'dns-ipv6-first',
    },
    {
      name: 'all of them are open',
      evidence: dialled(first, caseEndpoint, '192.0.2.2', open).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'another member of the set is refused, under a name of its own',
      evidence: dialled(first, 'b.lab.test:27017', '192.0.2.2', { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-some-members',
    },
  ],
})
