import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, host, records, srvRecord, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-host-missing',
  matching: [
    {
      name: 'NXDOMAIN of the resolver that the user named',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'nxdomain' }],
        ['db.lab.test', 'AAAA', { outcome: 'nxdomain' }],
        ['_mongodb._tcp.db.lab.test', 'SRV', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'ENOTFOUND of the system',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'nxdomain' }, 'system'],
        ['db.lab.test', 'AAAA', { outcome: 'nxdomain' }, 'system'],
        ['_mongodb._tcp.db.lab.test', 'SRV', { outcome: 'nxdomain' }, 'runtime'],
      ).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'two resolvers of the system agree',
      evidence: told(
        towards('db.lab.test', { tls: false }).saw(
          'env.host',
          null,
          {},
          host({ systemResolvers: ['127.0.0.53', '127.0.0.54'] }),
        ),
        ['db.lab.test', 'A', { outcome: 'nxdomain' }, 'system'],
        ['db.lab.test', 'AAAA', { outcome: 'nxdomain' }, 'system'],
        ['_mongodb._tcp.db.lab.test', 'SRV', { outcome: 'nxdomain' }, 'runtime'],
        ['db.lab.test', 'A', { outcome: 'nxdomain' }, { server: '127.0.0.53' }],
        ['db.lab.test', 'A', { outcome: 'nxdomain' }, { server: '127.0.0.54' }],
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an SRV record under the name',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'nxdomain' }],
        ['db.lab.test', 'AAAA', { outcome: 'nxdomain' }],
        ['_mongodb._tcp.db.lab.test', 'SRV', records(srvRecord('a.db.lab.test'))],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'uri-plain-scheme-on-srv-name',
    },
    {
      name: 'an IPv6 address',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'nodata' }],
        ['db.lab.test', 'AAAA', records({ type: 'AAAA', address: '::1' })],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'the resolver is silent',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'timeout' }],
        ['db.lab.test', 'AAAA', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'EAI_AGAIN',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'temporary' }, 'system'],
        ['db.lab.test', 'AAAA', { outcome: 'temporary' }, 'system'],
      ).build(),
      at: null,
      is: 'unknown',
    },
  ],
})
