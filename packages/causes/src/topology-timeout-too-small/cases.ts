import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'
import { drove, plainTowards, serverError } from '../kit/server-case.ts'
import { caseAddress, helloSaw, standaloneHello, towards } from '../kit/tls-case.ts'
import { secure } from '../kit/tls-case.ts'
import type { EffectiveOptions } from '@mongowhy/core'

const at = 'a:27017'
const plain = { address: caseAddress, transport: 'plain' } as const
const reply = (roundTripMs: number, transport: 'plain' | 'tls' = 'plain') => ({
  ...helloSaw({ is: 'reply', hello: standaloneHello }, transport),
  roundTripMs,
})
const answered = (roundTripMs: number, options: Partial<EffectiveOptions>) =>
  plainTowards(['a'], options).saw('wire.hello', at, plain, reply(roundTripMs))
const far = (roundTripMs: number, options: Partial<EffectiveOptions> = { serverSelectionTimeoutMS: 500 }) =>
  plainTowards(['a'], options).saw(
    'tcp.connect',
    at,
    { address: caseAddress },
    { address: caseAddress, port: 27017, family: 'ipv4', outcome: { is: 'open', roundTripMs } },
  )
const gaveUp = {
  is: 'failed',
  phase: 'selection',
  error: serverError({ name: 'MongoServerSelectionError', code: null, codeName: null }),
} as const

export const cases: Cases = defineCases({
  code: 'topology-timeout-too-small',
  matching: [
    {
      name: 'an answer after 300 ms, a selection of 100 ms, a driver that gave up',
      evidence: drove(answered(300, { serverSelectionTimeoutMS: 100 }), gaveUp).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a number with a unit, of which drivers take the digits',
      evidence: given('mongodb://a/?serverSelectionTimeoutMS=5s')
        .saw('wire.hello', at, plain, reply(300))
        .build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'an answer after 3 ms, a selection of 5 ms, a driver that gave up',
      evidence: drove(answered(3, { serverSelectionTimeoutMS: 5 }), gaveUp).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'before the driver was tried',
      evidence: answered(300, { serverSelectionTimeoutMS: 100 }).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'a connection of 200 ms, whose first answer takes 300',
      evidence: drove(answered(300, { connectTimeoutMS: 200 }), gaveUp).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a handshake that takes the time',
      evidence: towards('a', { serverSelectionTimeoutMS: 1_000 })
        .saw('tls.handshake', at, { address: caseAddress }, secure, 1_400)
        .saw('wire.hello', at, { address: caseAddress, transport: 'tls' }, reply(20, 'tls'))
        .build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'an answer after 300 ms within a selection of 700: it works, with little to spare',
      evidence: drove(answered(300, { serverSelectionTimeoutMS: 700 }), { is: 'connected' }).build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'a path of 40 ms and a limit of half a second: one lost packet is too many',
      evidence: far(40).saw('wire.hello', at, plain, reply(40)).build(),
      at: null,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'half a second within one network, where no packet gets lost',
      evidence: far(1).saw('wire.hello', at, plain, reply(1)).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a limit of seconds on a path of 40 ms',
      evidence: far(40, { serverSelectionTimeoutMS: 5_000 }).saw('wire.hello', at, plain, reply(40)).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a driver that gave up although there was time',
      evidence: drove(answered(300, {}), gaveUp).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'one member far away, another near',
      evidence: answered(300, { serverSelectionTimeoutMS: 100 })
        .saw('wire.hello', 'b:27017', plain, reply(5))
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'no answer at all',
      evidence: plainTowards(['a'], { serverSelectionTimeoutMS: 100 })
        .saw('wire.hello', at, plain, helloSaw({ is: 'silent' }), 5_000)
        .build(),
      at: null,
      is: 'unknown',
      really: 'wire-hello-silent',
    },
    {
      name: 'no limit at all',
      evidence: answered(300, { serverSelectionTimeoutMS: 0, connectTimeoutMS: 0 }).build(),
      at: null,
      is: 'absent',
    },
  ],
})
