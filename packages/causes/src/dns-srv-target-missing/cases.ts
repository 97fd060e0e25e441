import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvName, srvRecord, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-srv-target-missing',
  matching: [
    {
      name: 'no host has an address',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('a.lab.test'), srvRecord('b.lab.test'))],
        ['a.lab.test', 'A', { outcome: 'nxdomain' }],
        ['a.lab.test', 'AAAA', { outcome: 'nxdomain' }],
        ['b.lab.test', 'A', { outcome: 'nxdomain' }],
        ['b.lab.test', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'by the system’s own word',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('a.lab.test'), srvRecord('b.lab.test'))],
        ['a.lab.test', 'A', { outcome: 'nxdomain' }, 'system'],
        ['a.lab.test', 'AAAA', { outcome: 'nxdomain' }, 'system'],
        ['b.lab.test', 'A', { outcome: 'nxdomain' }, 'system'],
        ['b.lab.test', 'AAAA', { outcome: 'nxdomain' }, 'system'],
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'one of two',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('a.lab.test'), srvRecord('b.lab.test'))],
        ['a.lab.test', 'A', { outcome: 'nxdomain' }],
        ['a.lab.test', 'AAAA', { outcome: 'nxdomain' }],
        ['b.lab.test', 'A', records({ type: 'A', address: '127.0.0.1' })],
        ['b.lab.test', 'AAAA', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a lone dot for a host: the service is not offered',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord(''))]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'port 0',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord('a.lab.test', 0))]).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'IPv4 only',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('a.lab.test'), srvRecord('b.lab.test'))],
        ['a.lab.test', 'A', records({ type: 'A', address: '127.0.0.1' })],
        ['a.lab.test', 'AAAA', { outcome: 'nxdomain' }],
        ['b.lab.test', 'A', records({ type: 'A', address: '127.0.0.1' })],
        ['b.lab.test', 'AAAA', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'the look-up of addresses failed',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('a.lab.test'), srvRecord('b.lab.test'))],
        ['a.lab.test', 'A', { outcome: 'timeout' }],
        ['a.lab.test', 'AAAA', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'hosts of another domain, which nobody looks up',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.elsewhere.test'))],
        ['db.elsewhere.test', 'A', { outcome: 'nxdomain' }],
        ['db.elsewhere.test', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-srv-foreign-host',
    },
    {
      name: 'a plain connection string',
      evidence: told(
        towards('a.lab.test'),
        ['a.lab.test', 'A', { outcome: 'nxdomain' }],
        ['a.lab.test', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-host-missing',
    },
  ],
})
