import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, host, records, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-single-label',
  matching: [
    {
      name: 'NXDOMAIN for a name without a dot',
      evidence: told(
        towards('mongo', { tls: false }),
        ['mongo', 'A', { outcome: 'nxdomain' }],
        ['mongo', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'EAI_AGAIN in a container',
      evidence: told(
        towards('mongo', { tls: false }).saw('env.host', null, {}, host({ container: 'docker' })),
        ['mongo', 'A', { outcome: 'temporary' }, 'system'],
        ['mongo', 'AAAA', { outcome: 'temporary' }, 'system'],
      ).build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a name with a dot',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'nxdomain' }],
        ['db.lab.test', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-host-missing',
    },
    {
      name: 'a name without a dot that resolves',
      evidence: told(
        towards('mongo', { tls: false }),
        ['mongo', 'A', records({ type: 'A', address: '127.0.0.1' })],
        ['mongo', 'AAAA', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'localhost',
      evidence: told(
        towards('localhost', { tls: false }),
        ['localhost', 'A', { outcome: 'nxdomain' }],
        ['localhost', 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'unknown',
    },
    {
      name: 'the resolver refuses',
      evidence: told(
        towards('mongo', { tls: false }),
        ['mongo', 'A', { outcome: 'refused' }],
        ['mongo', 'AAAA', { outcome: 'refused' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
  ],
})
