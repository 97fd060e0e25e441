import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-txt-failed',
  matching: [
    {
      name: 'TXT: SERVFAIL',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'TXT: silence',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'TXT cut short, TCP closed',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'truncated', tcp: 'refused' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'no TXT record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'the name without records',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'absent',
    },
    {
      name: 'SRV fails alike',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'servfail' }],
        [srvHost, 'TXT', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-servfail',
    },
    {
      name: 'an illegal record',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', records({ type: 'TXT', text: 'a=b' })],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-txt-illegal',
    },
  ],
})
