import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const old = { ...standaloneHello, maxWireVersion: 6 }

export const cases: Cases = defineCases({
  code: 'wire-server-too-old',
  matching: [
    { name: 'a 3.6', evidence: replied(plainTowards(['a']), at, old).build(), at, certainty: 'certain' },
    {
      name: 'one that is a step below the least',
      evidence: replied(plainTowards(['a']), at, { ...standaloneHello, maxWireVersion: 8 }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'an old secondary beside a primary that will do',
      evidence: replied(
        replied(plainTowards(['a', 'b']), at, memberHello({ role: 'secondary', maxWireVersion: 8 })),
        'b:27017',
        memberHello({ me: 'b:27017' }),
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'exactly the least version',
      evidence: replied(plainTowards(['a']), at, { ...standaloneHello, maxWireVersion: 9 }).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a server that did not answer',
      evidence: plainTowards(['a'])
        .saw(
          'wire.hello',
          at,
          { address: '127.0.0.1', transport: 'plain' },
          {
            address: '127.0.0.1',
            transport: 'plain',
            command: 'isMaster',
            outcome: { is: 'closed' },
            roundTripMs: null,
          },
        )
        .build(),
      at,
      is: 'unknown',
      really: 'tls-client-is-plain',
    },
  ],
})
