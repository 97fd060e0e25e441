import type { DnsSighting, RecordType } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { given } from '../kit/uri-case.ts'

const host = 'cluster.lab.test'
const srv = `_mongodb._tcp.${host}`

function nothing(
  evidence: EvidenceBuilder,
  type: RecordType,
  outcome: 'nodata' | 'nxdomain',
): EvidenceBuilder {
  return evidence.saw(
    'dns.query',
    null,
    { name: host, type, resolver: 'system' },
    { name: host, type, server: null, transport: 'getaddrinfo', outcome },
  )
}

const asked = { name: srv, type: 'SRV', resolver: 'runtime' } as const
const base = { name: srv, type: 'SRV', server: '127.0.0.1', transport: 'c-ares' } as const
const records: DnsSighting = {
  ...base,
  outcome: 'answer',
  records: [{ type: 'SRV', target: 'a.cluster.lab.test', port: 27017, priority: 0, weight: 0 }],
  total: 1,
}
const unresolved = nothing(nothing(given(`mongodb://${host}:27017/`), 'A', 'nodata'), 'AAAA', 'nodata')

export const cases: Cases = defineCases({
  code: 'uri-plain-scheme-on-srv-name',
  matching: [
    {
      name: 'no address, but SRV records',
      evidence: unresolved.saw('dns.query', null, asked, records).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    { name: 'SRV was not asked for', evidence: unresolved.build(), at: null, is: 'unknown' },
    {
      name: 'no SRV records either',
      evidence: unresolved.saw('dns.query', null, asked, { ...base, outcome: 'nxdomain' }).build(),
      at: null,
      is: 'absent',
      really: 'dns-host-missing',
    },
    {
      name: 'the resolver did not answer for one family',
      evidence: nothing(given(`mongodb://${host}:27017/`), 'A', 'nxdomain').build(),
      at: null,
      is: 'not-present',
    },
    {
      name: 'SRV was used',
      evidence: given(`mongodb+srv://${host}/`).saw('dns.query', null, asked, records).build(),
      at: null,
      is: 'absent',
    },
  ],
})
