import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, server, srvName, srvRecord, told } from '../kit/net-case.ts'

const damaged = { outcome: 'malformed', detail: 'a record reaches beyond the message' } as const
const byTcp = { name: srvName, type: 'SRV', resolver: { server }, transport: 'tcp' } as const

export const cases: Cases = defineCases({
  code: 'dns-srv-malformed',
  matching: [
    {
      name: 'nobody else was to be asked',
      evidence: told(seeking(), [srvName, 'SRV', damaged])
        .skipped('dns.query', null, byTcp, 'time-out')
        .build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'by TCP it can be read',
      evidence: told(seeking(), [srvName, 'SRV', damaged])
        .saw('dns.query', null, byTcp, {
          name: srvName,
          type: 'SRV',
          server,
          transport: 'tcp',
          ...records(srvRecord('db.lab.test')),
        })
        .build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'c-ares cannot read it',
      evidence: told(seeking(), [
        srvName,
        'SRV',
        { outcome: 'malformed', detail: 'c-ares could not read the reply' },
        'runtime',
      ])
        .skipped('dns.query', null, { ...byTcp, resolver: { server: '127.0.0.53' } }, 'time-out')
        .build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'not compared yet',
      evidence: told(seeking(), [srvName, 'SRV', damaged]).build(given),
      at: null,
      is: 'unknown',
    },
    {
      name: 'cut short, which is a way to say something',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'truncated', tcp: 'refused' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-truncated',
    },
    {
      name: 'SERVFAIL',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-servfail',
    },
    {
      name: 'a sound answer',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord('db.lab.test'))]).build(given),
      at: null,
      is: 'absent',
    },
  ],
})
