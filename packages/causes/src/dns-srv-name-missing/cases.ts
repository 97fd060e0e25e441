import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, host, records, seeking, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-srv-name-missing',
  matching: [
    {
      name: 'NXDOMAIN of the resolver that the user named',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'TXT', { outcome: 'nxdomain' }],
        [srvHost, 'A', { outcome: 'nxdomain' }],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }],
        ['lab.test', 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'nor does the domain above it exist',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'A', { outcome: 'nxdomain' }],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }],
        ['lab.test', 'A', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'NXDOMAIN of one resolver of the system',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }, 'runtime'],
        [srvHost, 'A', { outcome: 'nxdomain' }, 'runtime'],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }, 'runtime'],
        ['lab.test', 'A', { outcome: 'nodata' }, 'runtime'],
      ).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a portal that gives every name an address, and denies the TXT',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'TXT', { outcome: 'nxdomain' }],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
        [srvHost, 'AAAA', { outcome: 'nodata' }],
        ['lab.test', 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'another resolver that was named knows the record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvName, 'SRV', records(srvRecord('db.lab.test')), { server: '127.0.0.2:53' }],
        [srvHost, 'A', { outcome: 'nxdomain' }],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }],
        ['lab.test', 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'possible',
    },
    {
      name: 'two resolvers of the system agree',
      evidence: told(
        seeking().saw('env.host', null, {}, host({ systemResolvers: ['127.0.0.53', '127.0.0.54'] })),
        [srvName, 'SRV', { outcome: 'nxdomain' }, 'runtime'],
        [srvHost, 'A', { outcome: 'nxdomain' }, 'runtime'],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }, 'runtime'],
        ['lab.test', 'A', { outcome: 'nodata' }, 'runtime'],
        [srvName, 'SRV', { outcome: 'nxdomain' }, { server: '127.0.0.54' }],
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the name has an address',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
        [srvHost, 'AAAA', { outcome: 'nodata' }],
        ['lab.test', 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-on-plain-name',
    },
    {
      name: 'SERVFAIL',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-servfail',
    },
    {
      name: 'no answer',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-srv-dropped',
    },
    {
      name: 'not asked yet for an address',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'nxdomain' }]).build(given),
      at: null,
      is: 'unknown',
    },
    {
      name: 'the record exists',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord('db.lab.test'))]).build(given),
      at: null,
      is: 'absent',
    },
  ],
})
