import type { DnsSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { evidence } from '../kit/evidence.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { given, host, records, seeking, server, srvName, srvRecord, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

const name = 'db.lab.test'

/** Adds the answer to the same question asked once more. */
function again(built: EvidenceBuilder, saw: DnsSighting): EvidenceBuilder {
  const { looks } = built.build()
  const resolver = saw.transport === 'getaddrinfo' ? ('system' as const) : { server }
  return evidence([
    ...looks,
    {
      id: `dns.query#${looks.length + 1}`,
      ask: {
        probe: 'dns.query',
        endpoint: null,
        vary: { name: saw.name, type: saw.type, resolver },
        trial: { experiment: 'again', arm: 'variation', round: 1 },
      },
      startedAt: looks.length,
      status: 'seen',
      tookMs: 1,
      saw,
    },
  ])
}

const srv = { name: srvName, type: 'SRV', server, transport: 'udp' } as const
const address = { name, type: 'A', server: null, transport: 'getaddrinfo' } as const

function bySystem(systemResolvers: readonly string[]): EvidenceBuilder {
  return told(
    towards(name).saw('env.host', null, {}, host({ systemResolvers })),
    [name, 'A', { outcome: 'temporary' }, 'system'],
    [name, 'AAAA', { outcome: 'temporary' }, 'system'],
  )
}

export const cases: Cases = defineCases({
  code: 'dns-temporary',
  matching: [
    {
      name: 'SERVFAIL, and an answer the second time',
      evidence: again(told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]), {
        ...srv,
        ...records(srvRecord(name)),
      }).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'silence, and an answer the second time',
      evidence: again(told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]), {
        ...srv,
        ...records(srvRecord(name)),
      }).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'EAI_AGAIN, and no resolver is set',
      evidence: again(bySystem([]), { ...address, outcome: 'temporary' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'EAI_AGAIN, although the resolver answers us',
      evidence: told(again(bySystem(['127.0.0.53']), { ...address, outcome: 'temporary' }), [
        name,
        'A',
        records({ type: 'A', address: '127.0.0.1' }),
        { server: '127.0.0.53' },
      ]).build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'SERVFAIL twice',
      evidence: again(told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]), {
        ...srv,
        outcome: 'servfail',
      }).build(given),
      at: null,
      is: 'absent',
      really: 'dns-servfail',
    },
    {
      name: 'silence twice',
      evidence: again(told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]), {
        ...srv,
        outcome: 'timeout',
      }).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-dropped',
    },
    {
      name: 'EAI_AGAIN, since the resolver fails',
      evidence: told(again(bySystem(['127.0.0.53']), { ...address, outcome: 'temporary' }), [
        name,
        'A',
        { outcome: 'servfail' },
        { server: '127.0.0.53' },
      ]).build(),
      at: null,
      is: 'absent',
      really: 'dns-servfail',
    },
    {
      name: 'EAI_AGAIN, since the resolver is not there',
      evidence: told(again(bySystem(['127.0.0.53']), { ...address, outcome: 'temporary' }), [
        name,
        'A',
        { outcome: 'unreachable', errno: 'ECONNREFUSED' },
        { server: '127.0.0.53' },
      ]).build(),
      at: null,
      is: 'absent',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'a bare name in a container',
      evidence: again(
        told(
          towards('mongo').saw('env.host', null, {}, host({ systemResolvers: [], container: 'docker' })),
          ['mongo', 'A', { outcome: 'temporary' }, 'system'],
          ['mongo', 'AAAA', { outcome: 'temporary' }, 'system'],
        ),
        { ...address, name: 'mongo', outcome: 'temporary' },
      ).build(),
      at: null,
      is: 'unknown',
      really: 'dns-single-label',
    },
    {
      name: 'the name does not exist',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'nxdomain' }]).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-name-missing',
    },
    {
      name: 'not asked again yet',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]).build(given),
      at: null,
      is: 'unknown',
    },
  ],
})
