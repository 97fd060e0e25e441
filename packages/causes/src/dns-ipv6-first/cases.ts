import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-ipv6-first',
  matching: [
    {
      name: '::1 refused, 127.0.0.1 open',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', { is: 'refused' }),
        caseEndpoint,
        '127.0.0.1',
        open,
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'IPv6 silent, IPv4 open',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '2001:db8::1', { is: 'silent' }),
        caseEndpoint,
        '192.0.2.1',
        open,
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'both refused',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', { is: 'refused' }),
        caseEndpoint,
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-refused',
    },
    {
      name: 'both open',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', open),
        caseEndpoint,
        '127.0.0.1',
        open,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'no IPv6 on this machine',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', {
          is: 'unreachable',
          errno: 'EADDRNOTAVAIL',
        }),
        caseEndpoint,
        '127.0.0.1',
        open,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'IPv4 refused, IPv6 open',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '::1', open),
        caseEndpoint,
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
  ],
})
