import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

const runtime = '127.0.0.53'
const ask = { name: srvName, type: 'SRV', resolver: { server: runtime } } as const
const base = { name: srvName, type: 'SRV', server: runtime } as const

export const cases: Cases = defineCases({
  code: 'dns-truncated',
  matching: [
    {
      name: 'TCP is closed',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'truncated', tcp: 'refused' }]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'TCP is dropped',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'truncated', tcp: 'silent' }]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the TXT record alone is so long',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'truncated', tcp: 'refused' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'Node’s own resolver runs out of time over it',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }, 'runtime'])
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'udp' },
          {
            ...base,
            transport: 'udp',
            outcome: 'truncated',
            tcp: 'failed',
          },
        )
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'tcp' },
          { ...base, transport: 'tcp', outcome: 'timeout' },
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'SRV is dropped: silence by UDP too',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }, 'runtime'])
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'udp' },
          { ...base, transport: 'udp', outcome: 'timeout' },
        )
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'tcp' },
          { ...base, transport: 'tcp', outcome: 'timeout' },
        )
        .build(),
      at: null,
      is: 'absent',
      really: 'dns-srv-dropped',
    },
    {
      name: 'cut short, and TCP gives it in full',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }, 'runtime'])
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'udp' },
          {
            ...base,
            transport: 'udp',
            outcome: 'truncated',
            tcp: 'failed',
          },
        )
        .saw(
          'dns.query',
          null,
          { ...ask, transport: 'tcp' },
          {
            ...base,
            transport: 'tcp',
            ...records(srvRecord('db.lab.test')),
          },
        )
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'damaged, without the mark',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'malformed', detail: 'cut' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-srv-malformed',
    },
    {
      name: 'not looked into yet',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }, 'runtime']).build(),
      at: null,
      is: 'unknown',
    },
    {
      name: 'a resolver that was named is silent: it was asked by TCP only if it answered',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
  ],
})
