import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseEndpoint, towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'tcp-no-route',
  matching: [
    {
      name: 'ENETUNREACH',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENETUNREACH',
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'EHOSTUNREACH, as some firewalls send it',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'EHOSTUNREACH',
      }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'ENETUNREACH, and this machine has no route',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENETUNREACH',
        routed: false,
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'ENETUNREACH although this machine has a route: a firewall may say so',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENETUNREACH',
        routed: true,
      }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'EACCES by IPv6 although this machine has a route: a firewall says so',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '2001:db8::7', {
        is: 'failed',
        errno: 'EACCES',
        routed: true,
      }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'the protocol is unreachable, says a firewall',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENOPROTOOPT',
        routed: true,
      }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a prohibiting route',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'failed',
        errno: 'EACCES',
        routed: false,
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'a blackhole route',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'failed',
        errno: 'EINVAL',
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a rule of this machine about the port, of an address that there is a way to',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'failed',
        errno: 'EPERM',
        routed: true,
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-egress-blocked',
    },
    {
      name: 'no descriptor left',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '192.0.2.1', {
        is: 'failed',
        errno: 'EMFILE',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'env-sockets-exhausted',
    },
    {
      name: 'no way by IPv6, silent by IPv4',
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
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'no way by IPv6, open by IPv4',
      evidence: dialled(
        dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '2001:db8::1', {
          is: 'unreachable',
          errno: 'ENETUNREACH',
        }),
        caseEndpoint,
        '192.0.2.1',
        open,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
    {
      name: 'refused',
      evidence: dialled(towards('db.lab.test', { tls: false }), caseEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
  ],
})
