import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { walked } from '../kit/round-case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { alerted, caseAddress, caseEndpoint, endedEarly, helloSaw, secure, towards } from '../kit/tls-case.ts'

const at = caseEndpoint
const host = 'db.lab.test'
const plain = { address: caseAddress, transport: 'plain' } as const
const vary = { address: caseAddress }
const silent = plainTowards([host]).saw('wire.hello', at, plain, helloSaw({ is: 'silent' }), 5_000)
const noTls = endedEarly({ is: 'silent' })

const none = 'wire silent'
const stalls = ['ok A', none, 'ok A', 'ok A', none, none, 'ok A'] as const

export const cases: Cases = defineCases({
  code: 'wire-hello-silent',
  matching: [
    {
      name: 'a repetition in which some hellos get no answer',
      evidence: walked(replied(plainTowards([host]), at, memberHello()), at, caseAddress, stalls).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'silent to a plain hello, and to TLS as well',
      evidence: silent.saw('tls.handshake', at, vary, noTls).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'silent after a handshake that succeeded',
      evidence: towards()
        .saw('tls.handshake', at, vary, secure)
        .saw(
          'wire.hello',
          at,
          { address: caseAddress, transport: 'tls' },
          helloSaw({ is: 'silent' }, 'tls'),
          5_000,
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'the end after seconds, as of a balancer that looked for its server in vain',
      evidence: plainTowards([host])
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed', afterMs: 3_000 }))
        .saw('tls.handshake', at, vary, noTls)
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'byte by byte without end',
      evidence: plainTowards([host])
        .saw(
          'wire.hello',
          at,
          plain,
          helloSaw({ is: 'malformed', problem: 'too-slow', detail: '40 of 200000 bytes' }),
          5_000,
        )
        .build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'one silent member beside a primary that answers',
      evidence: replied(
        plainTowards([host, 'a'])
          .saw('wire.hello', at, plain, helloSaw({ is: 'silent' }), 5_000)
          .saw('tls.handshake', at, vary, noTls),
        'a:27017',
        memberHello(),
      ).build(),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'the end at once',
      evidence: plainTowards([host])
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed', afterMs: 20 }))
        .saw('tls.handshake', at, vary, noTls)
        .build(),
      at,
      is: 'unknown',
      really: 'wire-not-mongodb',
    },
    {
      name: 'no answer until the server had started, and one each time after that',
      evidence: walked(replied(plainTowards([host]), at, memberHello()), at, caseAddress, [
        none,
        none,
        none,
        'ok A',
        'ok A',
      ]).build(),
      at,
      is: 'absent',
    },
    { name: 'silent to a plain hello, TLS not tried', evidence: silent.build(), at, is: 'unknown' },
    {
      name: 'silent to a plain hello, since it waits for TLS',
      evidence: silent.saw('tls.handshake', at, vary, secure).build(),
      at,
      is: 'absent',
      really: 'tls-client-is-plain',
    },
    {
      name: 'silent to a plain hello, and TLS is refused with an alert',
      evidence: silent.saw('tls.handshake', at, vary, alerted(40)).build(),
      at,
      is: 'absent',
    },
    {
      name: 'closed at once',
      evidence: plainTowards([host])
        .saw('wire.hello', at, plain, helloSaw({ is: 'closed' }))
        .build(),
      at,
      is: 'unknown',
    },
    {
      name: 'silent in the handshake',
      evidence: towards().saw('tls.handshake', at, vary, noTls).build(),
      at,
      is: 'unknown',
      really: 'tls-silent',
    },
  ],
})
