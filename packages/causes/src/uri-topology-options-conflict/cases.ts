import type { DnsSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'

const name = 'cluster.lab.test'
const txt = { name, type: 'TXT', resolver: 'runtime' } as const

function txtRecord(text: string): DnsSighting {
  return {
    name,
    type: 'TXT',
    server: '127.0.0.1',
    transport: 'c-ares',
    outcome: 'answer',
    records: [{ type: 'TXT', text }],
    total: 1,
  }
}

export const cases: Cases = defineCases({
  code: 'uri-topology-options-conflict',
  matching: [
    {
      name: 'a direct connection to two hosts',
      evidence: given('mongodb://a.lab.test,b.lab.test/?directConnection=true').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a direct connection with SRV',
      evidence: given(`mongodb+srv://${name}/?directConnection=true`).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'srvMaxHosts without SRV',
      evidence: given('mongodb://a.lab.test/?srvMaxHosts=2').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the TXT record names a set, the string limits the hosts',
      evidence: given(`mongodb+srv://${name}/?srvMaxHosts=2`)
        .saw('dns.query', null, txt, txtRecord('replicaSet=rs0'))
        .build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a direct connection to one host',
      evidence: given('mongodb://a.lab.test/?directConnection=true').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'directConnection=false with SRV',
      evidence: given(`mongodb+srv://${name}/?directConnection=false`).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a TXT record that goes with the string',
      evidence: given(`mongodb+srv://${name}/`)
        .saw('dns.query', null, txt, txtRecord('authSource=admin&replicaSet=rs0'))
        .build(),
      at: null,
      is: 'absent',
    },
  ],
})
