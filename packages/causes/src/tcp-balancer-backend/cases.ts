import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { drove, serverError } from '../kit/server-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const first = dialled(towards(caseHost, { tls: false }), caseEndpoint, '192.0.2.1', open)
const dead = dialled(first, caseEndpoint, '192.0.2.2', { is: 'refused' })

export const cases: Cases = defineCases({
  code: 'tcp-balancer-backend',
  matching: [
    {
      name: 'one of two is refused, and the driver gets through',
      evidence: drove(dead, { is: 'connected' }).build(),
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
      evidence: drove(dead, {
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
