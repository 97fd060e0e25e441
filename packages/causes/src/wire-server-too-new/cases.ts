import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const newer = { ...standaloneHello, minWireVersion: 40, maxWireVersion: 45 }

export const cases: Cases = defineCases({
  code: 'wire-server-too-new',
  matching: [
    {
      name: 'nothing below version 40',
      evidence: replied(plainTowards(['a']), at, newer).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'one step beyond what the driver knows',
      evidence: replied(plainTowards(['a']), at, { ...newer, minWireVersion: 30 }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a new secondary beside a primary that will do',
      evidence: replied(
        replied(plainTowards(['a', 'b']), at, memberHello({ role: 'secondary', minWireVersion: 40 })),
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
      name: 'a new server that still speaks the old versions',
      evidence: replied(plainTowards(['a']), at, { ...standaloneHello, maxWireVersion: 45 }).build(),
      at,
      is: 'absent',
    },
    {
      name: 'exactly the highest version that the driver knows',
      evidence: replied(plainTowards(['a']), at, { ...newer, minWireVersion: 29 }).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a server that is too old',
      evidence: replied(plainTowards(['a']), at, { ...standaloneHello, maxWireVersion: 6 }).build(),
      at,
      is: 'absent',
      really: 'wire-server-too-old',
    },
  ],
})
