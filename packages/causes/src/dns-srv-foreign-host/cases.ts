import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-srv-foreign-host',
  matching: [
    {
      name: 'a host of another domain',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord('db.elsewhere.test'))]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'one of several',
      evidence: told(seeking(), [
        srvName,
        'SRV',
        records(srvRecord('a.lab.test'), srvRecord('b.notlab.test')),
      ]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a short name, and a target that is not below it',
      evidence: told(seeking('lab.test'), [
        '_mongodb._tcp.lab.test',
        'SRV',
        records(srvRecord('lab.test')),
      ]).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a lone dot, which names nobody',
      evidence: told(seeking(), [srvName, 'SRV', records(srvRecord(''))]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-srv-target-missing',
    },
    {
      name: 'hosts of the same domain',
      evidence: told(seeking(), [
        srvName,
        'SRV',
        records(srvRecord('A.LAB.test.'), srvRecord('b.sub.lab.test')),
      ]).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'no record',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'nxdomain' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-srv-name-missing',
    },
  ],
})
