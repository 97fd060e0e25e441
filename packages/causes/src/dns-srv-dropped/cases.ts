import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, server, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-srv-dropped',
  matching: [
    {
      name: 'SRV silent, TXT answered',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', { outcome: 'nodata' }],
        [srvHost, 'A', { outcome: 'nodata' }],
      )
        .skipped(
          'dns.query',
          null,
          { name: srvName, type: 'SRV', resolver: { server }, transport: 'tcp' },
          'time-out',
        )
        .build(given),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'another resolver has the record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', records({ type: 'TXT', text: 'authSource=admin' })],
        [srvHost, 'A', { outcome: 'timeout' }],
        [srvName, 'SRV', records(srvRecord('db.lab.test')), { server: '127.0.0.2:53' }],
      )
        .skipped(
          'dns.query',
          null,
          { name: srvName, type: 'SRV', resolver: { server }, transport: 'tcp' },
          'time-out',
        )
        .build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'turned down as a question that is not known, while the address is answered',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'rcode', rcode: 4 }],
        [srvHost, 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'turned down like every other question',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'rcode', rcode: 4 }],
        [srvHost, 'A', { outcome: 'rcode', rcode: 4 }],
      ).build(given),
      at: null,
      is: 'unknown',
    },
    {
      name: 'silent to everything',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', { outcome: 'timeout' }],
        [srvHost, 'A', { outcome: 'timeout' }],
      )
        .skipped(
          'dns.query',
          null,
          { name: srvName, type: 'SRV', resolver: { server }, transport: 'tcp' },
          'time-out',
        )
        .build(given),
      at: null,
      is: 'absent',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'REFUSED at once',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'refused' }]).build(given),
      at: null,
      is: 'absent',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'other questions not asked yet',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]).build(given),
      at: null,
      is: 'unknown',
    },
  ],
})
