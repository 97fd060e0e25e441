import type { TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open, records, server, told, tried } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const peered = 'cluster0-shard-00-00-pri.ab1cd.mongodb.net'
const outer = 'cluster0-shard-00-00.ab1cd.mongodb.net'
const at = `${peered}:27017`
const endpoint = 'pl-0-eu-west-1.ab1cd.mongodb.net'

function resolved(host: string, address: string): EvidenceBuilder {
  return told(
    towards(host),
    [host, 'A', records({ type: 'A', address })],
    [host, 'AAAA', { outcome: 'nodata' }],
  )
}

function silentAt(outcome: TcpSighting['outcome']): EvidenceBuilder {
  return dialled(resolved(peered, '192.168.248.2'), at, '192.168.248.2', outcome)
}

const known = told(silentAt({ is: 'silent' }), [outer, 'A', records({ type: 'A', address: '198.51.100.7' })])

export const cases: Cases = defineCases({
  code: 'tcp-private-path-broken',
  matching: [
    {
      name: 'a name of peering, silent, while the public name takes connections',
      evidence: tried(known, 'public-name', at, '198.51.100.7', open).build({ resolvers: [server] }),
      at,
      certainty: 'likely',
    },
    {
      name: 'both silent',
      evidence: tried(known, 'public-name', at, '198.51.100.7', { is: 'silent' }).build({
        resolvers: [server],
      }),
      at,
      certainty: 'likely',
    },
    {
      name: 'a name of a private endpoint, and no route',
      evidence: dialled(resolved(endpoint, '10.0.0.9'), `${endpoint}:1024`, '10.0.0.9', {
        is: 'unreachable',
        errno: 'EHOSTUNREACH',
      }).build({ resolvers: [server] }),
      at: `${endpoint}:1024`,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a private address under a plain name: as likely a firewall',
      evidence: dialled(resolved(caseHost, '10.0.0.5'), caseEndpoint, '10.0.0.5', { is: 'silent' }).build({
        resolvers: [server],
      }),
      at: caseEndpoint,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'refused: the way leads there',
      evidence: silentAt({ is: 'refused' }).build({ resolvers: [server] }),
      at,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'a public address under a private name',
      evidence: dialled(resolved(peered, '198.51.100.7'), at, '198.51.100.7', { is: 'silent' }).build({
        resolvers: [server],
      }),
      at,
      is: 'unknown',
      really: 'dns-split-horizon',
    },
    {
      name: 'the public name not tried yet',
      evidence: known.build({ resolvers: [server] }),
      at,
      is: 'unknown',
    },
  ],
})
