import type { TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const address = '198.51.100.7'
const unreachable = { is: 'unreachable', errno: 'EHOSTUNREACH' } as const
const met = dialled(towards(caseHost, { tls: false }), caseEndpoint, address, unreachable)

function other(
  evidence: EvidenceBuilder,
  port: number,
  outcome: TcpSighting['outcome'],
  at: string = address,
): EvidenceBuilder {
  const family = at.includes(':') ? 'ipv6' : 'ipv4'
  return evidence.saw(
    'tcp.control',
    caseEndpoint,
    { of: 'same-host', address: at, port },
    { host: at, attempts: [{ address: at, port, family, outcome }] },
  )
}

export const cases: Cases = defineCases({
  code: 'tcp-rejected',
  matching: [
    {
      name: 'SSH is open on the same machine',
      evidence: other(other(met, 22, open), 443, unreachable).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'another port is closed in the ordinary way',
      evidence: other(other(met, 22, unreachable), 443, { is: 'refused' }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
    {
      name: 'by IPv6, where the firewall’s message becomes EACCES',
      evidence: other(
        other(
          dialled(towards(caseHost, { tls: false }), caseEndpoint, '2001:db8::7', {
            is: 'failed',
            errno: 'EACCES',
            routed: true,
          }),
          22,
          open,
          '2001:db8::7',
        ),
        443,
        { is: 'refused' },
        '2001:db8::7',
      ).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a route of this machine that prohibits',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, '2001:db8::7', {
        is: 'failed',
        errno: 'EACCES',
        routed: false,
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-egress-blocked',
    },
    {
      name: 'another port is silent: an address that nobody has, or a firewall',
      evidence: other(other(met, 22, { is: 'silent' }), 443, unreachable).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-no-route',
    },
    {
      name: 'no port can be reached: the machine is down, or there is no way to it',
      evidence: other(other(met, 22, unreachable), 443, unreachable).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-no-route',
    },
    {
      name: 'not compared yet',
      evidence: met.build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'a port that is closed, and says so itself',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'silence',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'no local port left',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, {
        is: 'unreachable',
        errno: 'EADDRNOTAVAIL',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'env-sockets-exhausted',
    },
  ],
})
