import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, records, told } from '../kit/net-case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { caseAddress, caseEndpoint, endedEarly, helloSaw, secure, towards } from '../kit/tls-case.ts'

const seed = 'db.example.test:27017'
const at = 'mongo1:27017'
const hello = memberHello({ me: at, hosts: [at], primary: at })
const seeded = replied(plainTowards(['db.example.test']), seed, hello)
const others = memberHello({ me: seed, hosts: [seed, at], primary: seed })

function missing(builder: EvidenceBuilder): EvidenceBuilder {
  return told(
    builder,
    ['mongo1', 'A', { outcome: 'nxdomain' }, 'system'],
    ['mongo1', 'AAAA', { outcome: 'nxdomain' }, 'system'],
  )
}

const plainAt = '10.0.0.5:27017'

/** A seed that answers over TLS and names these members; the plain address does not speak TLS. */
function behindTls(hosts: readonly string[]): EvidenceBuilder {
  const named = memberHello({ me: null, hosts, primary: hosts[0] ?? null })
  const silent = endedEarly({ is: 'silent' })
  return towards()
    .saw('tls.handshake', caseEndpoint, { address: caseAddress }, secure)
    .saw(
      'wire.hello',
      caseEndpoint,
      { address: caseAddress, transport: 'tls' },
      helloSaw({ is: 'reply', hello: named }, 'tls'),
    )
    .saw('tls.handshake', plainAt, { address: '10.0.0.5' }, { ...silent, address: '10.0.0.5' })
    .saw(
      'wire.hello',
      plainAt,
      { address: '10.0.0.5', transport: 'plain' },
      helloSaw({ is: 'reply', hello: named }, 'plain', '10.0.0.5'),
    )
}

export const cases: Cases = defineCases({
  code: 'topology-advertised-hosts',
  matching: [
    {
      name: 'a container’s own name, which does not resolve here',
      evidence: missing(seeded).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the same server under an address that refuses',
      evidence: dialled(
        replied(
          plainTowards(['db.example.test']),
          seed,
          memberHello({ me: '10.0.0.5:27017', hosts: ['10.0.0.5:27017'] }),
        ),
        '10.0.0.5:27017',
        '10.0.0.5',
        { is: 'silent' },
      ).build(),
      at: '10.0.0.5:27017',
      certainty: 'certain',
    },
    {
      name: 'a loopback address, told by a server that is elsewhere',
      evidence: dialled(
        replied(
          plainTowards(['db.example.test']),
          seed,
          memberHello({ me: null, hosts: ['127.0.0.1:27017'] }),
          '192.0.2.7',
        ),
        '127.0.0.1:27017',
        '127.0.0.1',
        { is: 'refused' },
      ).build(),
      at: '127.0.0.1:27017',
      certainty: 'certain',
    },
    {
      name: 'addresses of which none answers, and the seed is not among them',
      evidence: dialled(
        replied(
          plainTowards(['db.example.test']),
          seed,
          memberHello({ me: null, hosts: ['10.0.0.5:27017', '10.0.0.6:27017'] }),
        ),
        '10.0.0.5:27017',
        '10.0.0.5',
        { is: 'silent' },
      ).build(),
      at: '10.0.0.5:27017',
      certainty: 'likely',
    },
    {
      name: 'a server behind what ends TLS, which names itself by its plain address',
      evidence: behindTls([plainAt]).build(),
      at: plainAt,
      certainty: 'certain',
    },
    {
      name: 'one member by an inner name, while the primary answers under its own',
      evidence: missing(replied(plainTowards(['db.example.test']), seed, others)).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'another member that speaks no TLS',
      evidence: behindTls([caseEndpoint, plainAt]).build(),
      at: plainAt,
      is: 'unknown',
      really: 'tls-server-is-plain',
    },
    {
      name: 'a dead member among names that work',
      evidence: dialled(
        told(replied(plainTowards(['db.example.test']), seed, others), [
          'mongo1',
          'A',
          records({ type: 'A', address: '127.0.0.9' }),
          'system',
        ]),
        at,
        '127.0.0.9',
        { is: 'refused' },
      ).build(),
      at,
      is: 'absent',
      really: 'tcp-some-members',
    },
    {
      name: 'a seed that does not resolve',
      evidence: missing(plainTowards(['mongo1'])).build(),
      at,
      is: 'unknown',
      really: 'dns-host-missing',
    },
    {
      name: 'over a direct connection the list is not used',
      evidence: missing(
        replied(plainTowards(['db.example.test'], { directConnection: true }), seed, hello),
      ).build(),
      at,
      is: 'unknown',
    },
    {
      name: 'the resolver failed, which says nothing of the name',
      evidence: told(seeded, ['mongo1', 'A', { outcome: 'servfail' }, 'system']).build(),
      at,
      is: 'unknown',
      really: 'dns-servfail',
    },
    { name: 'a name that was not tried', evidence: seeded.build(), at, is: 'unknown' },
  ],
})
