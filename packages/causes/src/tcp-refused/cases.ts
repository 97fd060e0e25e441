import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { walked } from '../kit/round-case.ts'
import { caseEndpoint, helloSaw, standaloneHello, towards, towardsAll } from '../kit/tls-case.ts'

const openOnce = dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', open)

export const cases: Cases = defineCases({
  code: 'tcp-refused',
  matching: [
    {
      name: 'refused',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'both families refused',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', { is: 'refused' }),
        caseEndpoint,
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'open at first, and refused each time since',
      evidence: walked(openOnce, caseEndpoint, '127.0.0.1', [
        'tcp refused',
        'tcp refused',
        'tcp refused',
        'tcp refused',
      ]).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'one member of a set whose primary answers',
      evidence: dialled(
        towardsAll(['db.lab.test', 'db2.lab.test'], { tls: false }),
        caseEndpoint,
        '127.0.0.1',
        { is: 'refused' },
      )
        .saw(
          'wire.hello',
          'db2.lab.test:27017',
          { address: '127.0.0.2', transport: 'plain' },
          helloSaw({ is: 'reply', hello: { ...standaloneHello, role: 'primary' } }),
        )
        .build(),
      at: caseEndpoint,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'silent',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'silent',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'refused by IPv6, open by IPv4',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', { is: 'refused' }),
        caseEndpoint,
        '127.0.0.1',
        open,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'dns-ipv6-first',
    },
    {
      name: 'a Unix socket that nobody listens at',
      evidence: dialled(
        towards('/tmp/mongodb-27017.sock', { tls: false }),
        '/tmp/mongodb-27017.sock',
        '/tmp/mongodb-27017.sock',
        { is: 'refused' },
      ).build(),
      at: '/tmp/mongodb-27017.sock',
      is: 'unknown',
      really: 'tcp-unix-socket',
    },
    {
      name: 'open at first, and then by turns',
      evidence: walked(openOnce, caseEndpoint, '127.0.0.1', [
        'tcp refused',
        'ok',
        'tcp refused',
        'tcp refused',
        'tcp refused',
        'tcp refused',
      ]).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-balancer-backend',
    },
    {
      name: 'accepted and reset',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'reset',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
    },
  ],
})
