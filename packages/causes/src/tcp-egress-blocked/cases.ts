import type { ControlSighting, TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const address = '198.51.100.7'
const silent = dialled(towards(caseHost, { tls: false }), caseEndpoint, address, { is: 'silent' })

function control(evidence: EvidenceBuilder, port: number, outcome: TcpSighting['outcome']): EvidenceBuilder {
  const attempt: TcpSighting = { address: '192.0.2.99', port, family: 'ipv4', outcome }
  const saw: ControlSighting = { host: 'control.test', attempts: [attempt] }
  return evidence.saw('tcp.control', caseEndpoint, { of: 'control-host', port }, saw)
}

const bothSilent = control(silent, 27017, { is: 'silent' })

export const cases: Cases = defineCases({
  code: 'tcp-egress-blocked',
  matching: [
    {
      name: 'a host that listens on such a port is silent as well, and answers on 443',
      evidence: control(bothSilent, 443, open).build({ control: 'control.test:27017' }),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a host of which nobody said that it listens there',
      evidence: control(bothSilent, 443, open).build({ control: 'control.test' }),
      at: caseEndpoint,
      certainty: 'possible',
      bearing: 'advisory',
    },
    {
      name: 'a rule of this machine',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, {
        is: 'failed',
        errno: 'EPERM',
      }).build(),
      at: caseEndpoint,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a route that forbids the address, whatever the port',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, {
        is: 'failed',
        errno: 'EACCES',
        routed: false,
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-no-route',
    },
    {
      name: 'the firewall of the server, by IPv6',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, '2001:db8::7', {
        is: 'failed',
        errno: 'EACCES',
        routed: true,
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-rejected',
    },
    {
      name: 'the other host answers on such a port: it is let out',
      evidence: control(control(silent, 27017, { is: 'refused' }), 443, open).build({
        control: 'control.test',
      }),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'the other host does not answer at all',
      evidence: control(bothSilent, 443, { is: 'silent' }).build({ control: 'control.test:27017' }),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'the target compared with itself',
      evidence: control(
        silent.saw(
          'tcp.control',
          caseEndpoint,
          { of: 'control-host', port: 27017 },
          { host: address, attempts: [{ address, port: 27017, family: 'ipv4', outcome: { is: 'silent' } }] },
        ),
        443,
        open,
      ).build({ control: `${address}:27017` }),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'nothing to compare with',
      evidence: silent.build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'a closed port',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'no socket left',
      evidence: dialled(towards(caseHost, { tls: false }), caseEndpoint, address, {
        is: 'failed',
        errno: 'EMFILE',
      }).build(),
      at: caseEndpoint,
      is: 'unknown',
      really: 'env-sockets-exhausted',
    },
  ],
})
