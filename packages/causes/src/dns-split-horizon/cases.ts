import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open, records, server, told } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const second = '127.0.0.2:53'
const resolvers = [server, second]

function answered(name: string, ours: string, theirs: string | null): EvidenceBuilder {
  const first = told(
    towards(name, { tls: false }),
    [name, 'A', records({ type: 'A', address: ours })],
    [name, 'AAAA', { outcome: 'nodata' }],
  )
  return theirs === null
    ? first
    : told(first, [name, 'A', records({ type: 'A', address: theirs }), { server: second }])
}

export const cases: Cases = defineCases({
  code: 'dns-split-horizon',
  matching: [
    {
      name: 'a private address from here, a public one from the other resolver',
      evidence: dialled(answered(caseHost, '10.0.0.5', '198.51.100.7'), caseEndpoint, '10.0.0.5', {
        is: 'silent',
      }).build({ resolvers }),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a public address from here, a private one from the other resolver',
      evidence: dialled(answered(caseHost, '198.51.100.7', '10.0.0.5'), caseEndpoint, '198.51.100.7', {
        is: 'silent',
      }).build({ resolvers }),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a name of a private endpoint with a public address',
      evidence: dialled(
        answered('cluster0-pl-0.ab1cd.mongodb.net', '198.51.100.7', null),
        'cluster0-pl-0.ab1cd.mongodb.net:27017',
        '198.51.100.7',
        { is: 'silent' },
      ).build({ resolvers: [server] }),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'the address works: both faces are as they should be',
      evidence: dialled(answered(caseHost, '10.0.0.5', '198.51.100.7'), caseEndpoint, '10.0.0.5', open).build(
        {
          resolvers,
        },
      ),
      at: null,
      is: 'unknown',
    },
    {
      name: 'two addresses of one side',
      evidence: dialled(answered(caseHost, '198.51.100.6', '198.51.100.7'), caseEndpoint, '198.51.100.6', {
        is: 'refused',
      }).build({ resolvers }),
      at: null,
      is: 'absent',
      really: 'dns-stale',
    },
    {
      name: 'the same answer from both',
      evidence: dialled(answered(caseHost, '10.0.0.5', '10.0.0.5'), caseEndpoint, '10.0.0.5', {
        is: 'silent',
      }).build({ resolvers }),
      at: null,
      is: 'absent',
      really: 'tcp-private-path-broken',
    },
    {
      name: 'the other resolver not asked yet',
      evidence: dialled(answered(caseHost, '10.0.0.5', null), caseEndpoint, '10.0.0.5', {
        is: 'silent',
      }).build({ resolvers }),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a plain public name that is silent',
      evidence: dialled(answered(caseHost, '198.51.100.7', null), caseEndpoint, '198.51.100.7', {
        is: 'silent',
      }).build({ resolvers: [server] }),
      at: null,
      is: 'unknown',
      really: 'tcp-filtered',
    },
  ],
})
