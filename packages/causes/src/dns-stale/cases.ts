import type { TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, open, records, server, told, tried } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const second = '127.0.0.2:53'
const resolvers = [server, second]

function answered(ours: readonly string[], theirs: string): EvidenceBuilder {
  return told(
    towards(caseHost, { tls: false }),
    [caseHost, 'A', records(...ours.map((address) => ({ type: 'A', address }) as const))],
    [caseHost, 'AAAA', { outcome: 'nodata' }],
    [caseHost, 'A', records({ type: 'A', address: theirs }), { server: second }],
  )
}

function other(evidence: EvidenceBuilder, outcome: TcpSighting['outcome']): EvidenceBuilder {
  return tried(evidence, 'other-answer', caseEndpoint, '198.51.100.8', outcome)
}

const gone = dialled(answered(['198.51.100.7'], '198.51.100.8'), caseEndpoint, '198.51.100.7', {
  is: 'refused',
})

export const cases: Cases = defineCases({
  code: 'dns-stale',
  matching: [
    {
      name: 'refused at the old address, open at the other’s',
      evidence: other(gone, open).build({ resolvers }),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'silent at the old address',
      evidence: other(
        dialled(answered(['198.51.100.7'], '198.51.100.8'), caseEndpoint, '198.51.100.7', { is: 'silent' }),
        open,
      ).build({ resolvers }),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'no better at the other’s',
      evidence: other(gone, { is: 'refused' }).build({ resolvers }),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'not tried yet',
      evidence: gone.build({ resolvers }),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a name with several addresses, of which the other resolver gave one',
      evidence: dialled(
        dialled(answered(['198.51.100.7', '198.51.100.8'], '198.51.100.8'), caseEndpoint, '198.51.100.7', {
          is: 'refused',
        }),
        caseEndpoint,
        '198.51.100.8',
        { is: 'refused' },
      ).build({ resolvers }),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'the other answer is for another network',
      evidence: dialled(answered(['198.51.100.7'], '10.0.0.5'), caseEndpoint, '198.51.100.7', {
        is: 'silent',
      }).build({ resolvers }),
      at: null,
      is: 'absent',
      really: 'dns-split-horizon',
    },
    {
      name: 'the answers differ, and ours works',
      evidence: dialled(answered(['198.51.100.7'], '198.51.100.8'), caseEndpoint, '198.51.100.7', open).build(
        {
          resolvers,
        },
      ),
      at: null,
      is: 'unknown',
    },
  ],
})
