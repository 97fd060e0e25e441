import type { ChainDefect } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { replied } from '../kit/server-case.ts'
import { defective, leafCertificate, machine, secure, standaloneHello, towardsAll } from '../kit/tls-case.ts'

// The cases are taken at 2026-01-01T00:00:00Z.
const a = 'a.lab.test:27017'
const b = 'b.lab.test:27017'
const two = towardsAll(['a.lab.test', 'b.lab.test'])
const one = towardsAll(['a.lab.test'])

function saying(evidence: EvidenceBuilder, endpoint: string, localTime: string): EvidenceBuilder {
  return replied(evidence, endpoint, { ...standaloneHello, localTime })
}

const early: ChainDefect = {
  is: 'not-yet-valid',
  depth: 0,
  subject: 'CN=a.lab.test',
  notBefore: '2026-03-01T00:00:00.000Z',
}
const late: ChainDefect = {
  is: 'expired',
  depth: 0,
  subject: 'CN=a.lab.test',
  notAfter: '2025-12-01T00:00:00.000Z',
}

function shown(evidence: EvidenceBuilder, defect: ChainDefect): EvidenceBuilder {
  return evidence.saw('tls.handshake', a, { address: '127.0.0.1' }, defective([defect]))
}

/** A chain that leads to the driver's store but for its date, whose leaf a public log signed for at this moment. */
function logged(evidence: EvidenceBuilder, defects: readonly ChainDefect[], at: string): EvidenceBuilder {
  const chain = [{ ...leafCertificate, loggedAt: [at] }]
  return evidence.saw('tls.handshake', a, { address: '127.0.0.1' }, defective(defects, { chain }))
}

export const cases: Cases = defineCases({
  code: 'env-clock-wrong',
  matching: [
    {
      name: 'a public log signed for the certificate at a moment that is yet to come',
      evidence: logged(one, [early], '2026-03-01T01:00:00.000Z').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'two servers agree on another time, by which the certificate is valid',
      evidence: saying(
        saying(shown(two, early), a, '2026-04-01T00:00:00.000Z'),
        b,
        '2026-04-01T00:00:02.000Z',
      ).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'one server, and the authority that issued a certificate from tomorrow on',
      evidence: saying(shown(one, early), a, '2026-04-01T00:00:00.000Z').build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'two servers agree, and nothing fails by it',
      evidence: saying(saying(two, a, '2025-12-31T20:00:00.000Z'), b, '2025-12-31T20:00:01.000Z').build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'one server is at odds with us',
      evidence: saying(one, a, '2026-01-01T01:00:00.000Z').build(),
      at: null,
      certainty: 'possible',
      bearing: 'advisory',
    },
    {
      name: 'one server by whose clock its expired certificate is valid: its clock may have stopped',
      evidence: saying(shown(one, late), a, '2025-11-01T00:00:00.000Z').build(),
      at: null,
      certainty: 'possible',
      bearing: 'advisory',
    },
    {
      name: 'a clock that stands before this program was written',
      evidence: shown(one, early)
        .saw(
          'env.host',
          null,
          {},
          machine({ now: '1970-01-01T00:03:00.000Z', plausible: false, reason: 'it stands in the past' }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a certificate of nobody knows whom says that a log signed for it tomorrow',
      evidence: logged(
        one,
        [early, { is: 'self-signed', depth: 0, subject: 'CN=a.lab.test' }],
        '2026-03-01T01:00:00.000Z',
      ).build(),
      at: null,
      is: 'not-present',
    },
    {
      name: 'a log signed before this moment, and the certificate begins later all the same',
      evidence: logged(one, [early], '2025-12-30T00:00:00.000Z').build(),
      at: null,
      is: 'not-present',
      really: 'tls-certificate-not-yet-valid',
    },
    {
      name: 'the certificate is really of tomorrow: the clocks agree',
      evidence: saying(shown(one, early), a, '2026-01-01T00:00:01.000Z').build(),
      at: null,
      is: 'absent',
      really: 'tls-certificate-not-yet-valid',
    },
    {
      name: 'the certificate has expired, by every clock',
      evidence: saying(shown(one, late), a, '2026-01-01T00:00:01.000Z').build(),
      at: null,
      is: 'absent',
      really: 'tls-certificate-expired',
    },
    {
      name: 'one server of two is wrong, the other agrees with us',
      evidence: saying(
        saying(shown(two, early), a, '2026-04-01T00:00:00.000Z'),
        b,
        '2026-01-01T00:00:00.000Z',
      ).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'no two clocks agree',
      evidence: saying(saying(two, a, '2026-04-01T00:00:00.000Z'), b, '2025-04-01T00:00:00.000Z').build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'no server told its time',
      evidence: one.saw('tls.handshake', a, { address: '127.0.0.1' }, secure).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
