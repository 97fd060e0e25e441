import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, given, host, open, records, told } from '../kit/net-case.ts'
import { atlasEndpoint, atlasHost, caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const resolver = '127.0.0.53'

function written(address: string, dns: string | null): EvidenceBuilder {
  const first = told(
    towards(caseHost, { tls: false }).saw(
      'env.host',
      null,
      {},
      host({ systemResolvers: [resolver], hostsFile: [{ address, name: caseHost }] }),
    ),
    [caseHost, 'A', records({ type: 'A', address }), 'system'],
    [caseHost, 'AAAA', { outcome: 'nodata' }, 'system'],
  )
  return told(first, [
    caseHost,
    'A',
    dns === null ? { outcome: 'nxdomain' } : records({ type: 'A', address: dns }),
    { server: resolver },
  ])
}

function blocked(name: string, address: string): EvidenceBuilder {
  return told(
    towards(name, { tls: false }),
    [name, 'A', records({ type: 'A', address })],
    [name, 'AAAA', { outcome: 'nodata' }],
  )
}

export const cases: Cases = defineCases({
  code: 'dns-overridden',
  matching: [
    {
      name: 'a line of the hosts file leads elsewhere, where nobody listens',
      evidence: dialled(written('127.0.0.1', '198.51.100.7'), caseEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a line of the hosts file leads to a tunnel that works',
      evidence: dialled(written('127.0.0.1', '198.51.100.7'), caseEndpoint, '127.0.0.1', open).build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'a resolver that blocks with 0.0.0.0',
      evidence: dialled(blocked(caseHost, '0.0.0.0'), caseEndpoint, '0.0.0.0', { is: 'refused' }).build(
        given,
      ),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a member of an Atlas cluster on this machine',
      evidence: dialled(blocked(atlasHost, '127.0.0.1'), atlasEndpoint, '127.0.0.1', {
        is: 'refused',
      }).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the hosts file says what DNS says',
      evidence: dialled(written('198.51.100.7', '198.51.100.7'), caseEndpoint, '198.51.100.7', {
        is: 'refused',
      }).build(),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'a name that only the hosts file knows',
      evidence: dialled(written('127.0.0.1', null), caseEndpoint, '127.0.0.1', { is: 'refused' }).build(),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'a name of one’s own that means this machine',
      evidence: dialled(blocked(caseHost, '127.0.0.1'), caseEndpoint, '127.0.0.1', { is: 'refused' }).build(
        given,
      ),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'localhost',
      evidence: dialled(towards('localhost', { tls: false }), 'localhost:27017', '127.0.0.1', {
        is: 'refused',
      }).build(),
      at: null,
      is: 'unknown',
      really: 'tcp-refused',
    },
  ],
})
