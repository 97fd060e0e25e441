import type { TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open } from '../kit/net-case.ts'
import { replied } from '../kit/server-case.ts'
import {
  atlasEndpoint,
  atlasHost,
  caseEndpoint,
  caseHost,
  endedEarly,
  helloSaw,
  standaloneHello,
  towards,
} from '../kit/tls-case.ts'

const address = '198.51.100.7'
const plain = towards(caseHost, { tls: false })

const closed = dialled(plain, caseEndpoint, address, open).saw(
  'wire.hello',
  caseEndpoint,
  { address, transport: 'plain' },
  helloSaw({ is: 'closed' }, 'plain', address),
)
const silentTls = dialled(towards(caseHost), caseEndpoint, address, open).saw(
  'tls.handshake',
  caseEndpoint,
  { address },
  endedEarly({ is: 'silent' }, { address }),
)

function nobodys(evidence: EvidenceBuilder, outcome: TcpSighting['outcome']): EvidenceBuilder {
  return evidence.saw(
    'tcp.control',
    caseEndpoint,
    { of: 'same-host', address, port: 29_987 },
    { host: address, attempts: [{ address, port: 29_987, family: 'ipv4', outcome }] },
  )
}

export const cases: Cases = defineCases({
  code: 'tcp-vpn-or-mesh',
  matching: [
    {
      name: 'the address takes connections on any port, and closes',
      evidence: nobodys(closed, open).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'the same, and it swallows the TLS hello',
      evidence: nobodys(silentTls, open).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a made-up address',
      evidence: dialled(plain, caseEndpoint, '198.18.0.9', { is: 'silent' }).build(),
      at: caseEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a carrier’s own address for a cluster of Atlas',
      evidence: dialled(towards(atlasHost), atlasEndpoint, '100.64.1.7', { is: 'refused' }).build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'a made-up address that lets MongoDB through',
      evidence: replied(
        dialled(plain, caseEndpoint, '240.240.0.3', open),
        caseEndpoint,
        standaloneHello,
        '240.240.0.3',
      ).build(),
      at: caseEndpoint,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'only this port is open: it is a server that closes',
      evidence: nobodys(closed, { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-connection-limit',
    },
    {
      name: 'the other port is dropped: a firewall, and a server that hangs',
      evidence: nobodys(silentTls, { is: 'silent' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tls-silent',
    },
    {
      name: 'the other port not tried yet',
      evidence: closed.build(),
      at: caseEndpoint,
      is: 'unknown',
    },
    {
      name: 'a machine of one’s own in a carrier’s network',
      evidence: dialled(plain, caseEndpoint, '100.64.1.7', { is: 'refused' }).build(),
      at: caseEndpoint,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'a server that answers',
      evidence: replied(
        dialled(plain, caseEndpoint, address, open),
        caseEndpoint,
        standaloneHello,
        address,
      ).build(),
      at: caseEndpoint,
      is: 'absent',
    },
  ],
})
