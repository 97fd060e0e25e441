import type { TlsSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open, records, server, told, tried } from '../kit/net-case.ts'
import {
  alerted,
  atlasEndpoint,
  atlasHost,
  caseEndpoint,
  caseHost,
  secure,
  towards,
} from '../kit/tls-case.ts'

const inner = 'cluster0-shard-00-00-pri.ab1cd.mongodb.net'
const address = '198.51.100.7'
const inside = '192.168.248.2'

const resolved = told(
  towards(atlasHost),
  [atlasHost, 'A', records({ type: 'A', address })],
  [atlasHost, 'AAAA', { outcome: 'nodata' }],
)
const silent = dialled(resolved, atlasEndpoint, address, { is: 'silent' })

function peered(evidence: EvidenceBuilder): EvidenceBuilder {
  return told(evidence, [inner, 'A', records({ type: 'A', address: inside })])
}

function shaken(saw: TlsSighting): EvidenceBuilder {
  return dialled(resolved, atlasEndpoint, address, open).saw(
    'tls.handshake',
    atlasEndpoint,
    { address },
    {
      ...saw,
      address,
    },
  )
}

const options = { resolvers: [server] }

export const cases: Cases = defineCases({
  code: 'tcp-public-name-needs-private',
  matching: [
    {
      name: 'silent in public, open in private',
      evidence: tried(peered(silent), 'private-name', atlasEndpoint, inside, open).build(options),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'refused before a certificate in public, open in private',
      evidence: tried(peered(shaken(alerted(80))), 'private-name', atlasEndpoint, inside, open).build(
        options,
      ),
      at: atlasEndpoint,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the private address does not answer from here: no peering leads to it',
      evidence: tried(peered(silent), 'private-name', atlasEndpoint, inside, { is: 'silent' }).build(options),
      at: atlasEndpoint,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'the cluster has no private names',
      evidence: told(silent, [inner, 'A', { outcome: 'nxdomain' }]).build(options),
      at: atlasEndpoint,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'let in',
      evidence: shaken(secure).build(options),
      at: atlasEndpoint,
      is: 'absent',
    },
    {
      name: 'no cluster of Atlas: private names cannot be known',
      evidence: dialled(towards(caseHost), caseEndpoint, address, { is: 'silent' }).build(options),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'the private name itself',
      evidence: dialled(towards(inner), `${inner}:27017`, inside, { is: 'silent' }).build(options),
      at: `${inner}:27017`,
      is: 'unknown',
      really: 'tcp-private-path-broken',
    },
  ],
})
