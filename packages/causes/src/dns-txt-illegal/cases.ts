import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-txt-illegal',
  matching: [
    {
      name: 'two records',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [
          srvHost,
          'TXT',
          records({ type: 'TXT', text: 'authSource=admin' }, { type: 'TXT', text: 'v=spf1 -all' }),
        ],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an option that it may not set',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', records({ type: 'TXT', text: 'authSource=admin&ssl=false' })],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an empty option',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', records({ type: 'TXT', text: 'replicaSet=' })],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a legal record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', records({ type: 'TXT', text: 'authSource=admin&replicaSet=rs0' })],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'no record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'the look-up failed',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-txt-failed',
    },
  ],
})
