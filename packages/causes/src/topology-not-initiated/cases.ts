import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const ghost = { ...standaloneHello, role: 'ghost' } as const

export const cases: Cases = defineCases({
  code: 'topology-not-initiated',
  matching: [
    {
      name: 'one server without a set',
      evidence: replied(plainTowards(['a']), at, ghost).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a removed member of a set that is up',
      evidence: replied(
        replied(plainTowards(['a', 'b']), 'b:27017', memberHello({ me: 'b:27017', hosts: ['b:27017'] })),
        at,
        ghost,
      ).build(),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
    {
      name: 'a member that the set still expects',
      evidence: replied(
        replied(plainTowards(['a', 'b']), 'b:27017', memberHello({ hosts: ['a:27017', 'b:27017'] })),
        at,
        ghost,
      ).build(),
      at,
      certainty: 'possible',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a standalone server',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, standaloneHello).build(),
      at,
      is: 'absent',
      really: 'topology-standalone',
    },
    {
      name: 'a member that is recovering',
      evidence: replied(plainTowards(['a']), at, memberHello({ role: 'recovering', primary: null })).build(),
      at,
      is: 'absent',
      really: 'topology-no-primary',
    },
  ],
})
