import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { dialled, host, open } from '../kit/net-case.ts'
import { plainTowards } from '../kit/server-case.ts'
import { caseEndpoint, caseHost } from '../kit/tls-case.ts'

const towards = plainTowards([caseHost])
const noPort = { is: 'unreachable', errno: 'EADDRNOTAVAIL' } as const

export const cases: Cases = defineCases({
  code: 'env-sockets-exhausted',
  matching: [
    {
      name: 'the limit of the process',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', { is: 'failed', errno: 'EMFILE' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the limit of the system',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', { is: 'failed', errno: 'ENFILE' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'no local port, and nearly all are in use',
      evidence: dialled(
        towards.saw(
          'env.host',
          null,
          {},
          host({ sockets: { open: 900, timeWait: 27_000, localPorts: 28_232 } }),
        ),
        caseEndpoint,
        '192.0.2.1',
        noPort,
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'no local port, and nobody counts them',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', noPort).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'no local port, although few are in use',
      evidence: dialled(
        towards.saw('env.host', null, {}, host({ sockets: { open: 12, timeWait: 3, localPorts: 28_232 } })),
        caseEndpoint,
        '192.0.2.1',
        noPort,
      ).build(),
      at: null,
      certainty: 'possible',
    },
  ],
  lookAlikes: [
    {
      name: 'a machine without IPv6',
      evidence: dialled(towards, caseEndpoint, '::1', noPort).build(),
      at: null,
      is: 'unknown',
      really: 'tcp-no-route',
    },
    {
      name: 'no route',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', {
        is: 'unreachable',
        errno: 'ENETUNREACH',
      }).build(),
      at: null,
      is: 'unknown',
      really: 'tcp-no-route',
    },
    {
      name: 'a firewall of this machine says no',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', { is: 'failed', errno: 'EPERM' }).build(),
      at: null,
      is: 'unknown',
      really: 'tcp-egress-blocked',
    },
    {
      name: 'connected',
      evidence: dialled(towards, caseEndpoint, '192.0.2.1', open).build(),
      at: null,
      is: 'absent',
    },
  ],
})
