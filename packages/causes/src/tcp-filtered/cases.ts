import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { atlasEndpoint, atlasHost, caseEndpoint, towards, towardsAll } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-filtered',
  matching: [
    {
      name: 'silent',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'silent',
      }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'IPv4 silent, no way to IPv6',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '2001:db8::1', {
          is: 'unreachable',
          errno: 'ENETUNREACH',
        }),
        caseEndpoint,
        '192.0.2.1',
        { is: 'silent' },
      ).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'every member of an Atlas cluster',
      evidence: dialled(
        dialled(
          towardsAll([atlasHost, 'cluster0-shard-00-01.ab1cd.mongodb.net']),
          atlasEndpoint,
          '192.0.2.1',
          { is: 'silent' },
        ),
        'cluster0-shard-00-01.ab1cd.mongodb.net:27017',
        '192.0.2.2',
        { is: 'silent' },
      ).build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'refused',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'one address silent, the other open',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', { is: 'silent' }),
        caseEndpoint,
        '192.0.2.2',
        open,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'no route',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENETUNREACH',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-no-route',
    },
  ],
})
