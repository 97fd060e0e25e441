import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { walked } from '../kit/round-case.ts'
import type { WalkEnd } from '../kit/round-case.ts'
import { caseAddress, caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'

const closed = dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, { is: 'refused' })
const then = (ends: readonly WalkEnd[], before: EvidenceBuilder = closed): EvidenceBuilder =>
  walked(before, caseEndpoint, caseAddress, ends)
const no = 'tcp refused'

export const cases: Cases = defineCases({
  code: 'server-starting',
  matching: [
    {
      name: 'refused for some rounds, open for good after that',
      evidence: then([no, no, no, 'ok A', 'ok A', 'ok A', 'ok A']).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'open by the first round',
      evidence: then(['ok A', 'ok A', 'ok A', 'ok A']).build(),
      at: caseEndpoint,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'refused, and nothing was repeated',
      evidence: closed.build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'refused each time',
      evidence: then([no, no, no, no, no]).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'open and closed by turns',
      evidence: then([no, 'ok A', no, 'ok A', 'ok A', no, 'ok A']).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-balancer-backend',
    },
    {
      name: 'open at last, too short a time to tell',
      evidence: then([no, no, no, 'ok A', 'ok A']).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'silent at first, as behind a firewall that was opened meanwhile',
      evidence: then(
        ['tcp silent', 'tcp silent', 'ok', 'ok', 'ok', 'ok'],
        dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, { is: 'silent' }),
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'open at first, refused later: a server that stopped',
      evidence: then(
        ['ok', 'ok', 'ok', no, no, no],
        dialled(towards(caseHost, { tls: false }), caseEndpoint, caseAddress, open),
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
  ],
})
