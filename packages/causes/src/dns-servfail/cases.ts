import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, host, records, seeking, server, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

const unchecked = { name: srvName, type: 'SRV', resolver: { server }, checkingDisabled: true } as const
const uncheckedAnswer = {
  name: srvName,
  type: 'SRV',
  server,
  transport: 'udp',
  ...records(srvRecord('db.lab.test')),
} as const

export const cases: Cases = defineCases({
  code: 'dns-servfail',
  matching: [
    {
      name: 'SERVFAIL for the SRV record',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'SERVFAIL for a member’s address',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'servfail' }],
        ['db.lab.test', 'AAAA', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'SERVFAIL for IPv6 addresses alone',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', records({ type: 'A', address: '192.0.2.1' })],
        ['db.lab.test', 'AAAA', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'EAI_AGAIN of the system, whose resolver answers SERVFAIL',
      evidence: told(
        towards('db.lab.test', { tls: false }).saw(
          'env.host',
          null,
          {},
          host({ systemResolvers: ['127.0.0.53'] }),
        ),
        ['db.lab.test', 'A', { outcome: 'temporary' }, 'system'],
        ['db.lab.test', 'AAAA', { outcome: 'temporary' }, 'system'],
        ['db.lab.test', 'A', { outcome: 'servfail' }, { server: '127.0.0.53' }],
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'SERVFAIL, and an answer where signatures are not checked',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }])
        .saw('dns.query', null, unchecked, uncheckedAnswer)
        .build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'an answer that was asked for without its signatures being checked is none of the driver’s',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'refused' }])
        .saw('dns.query', null, unchecked, uncheckedAnswer)
        .build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'SERVFAIL for the TXT record alone',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'TXT', { outcome: 'servfail' }],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-txt-failed',
    },
    {
      name: 'REFUSED',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'refused' }]).build(given),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'EAI_AGAIN, and nobody to ask',
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
