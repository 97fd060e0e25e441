import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'

export const cases: Cases = defineCases({
  code: 'topology-set-name',
  matching: [
    {
      name: 'another name',
      evidence: replied(plainTowards(['a'], { replicaSet: 'prod' }), at, memberHello()).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'another case',
      evidence: replied(plainTowards(['a'], { replicaSet: 'RS0' }), at, memberHello()).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'one seed of another set beside the primary of the right one',
      evidence: replied(
        replied(plainTowards(['a', 'b'], { replicaSet: 'rs0' }), 'b:27017', memberHello()),
        at,
        memberHello({ setName: 'old' }),
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'the name that is asked for',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, memberHello()).build(),
      at,
      is: 'absent',
    },
    {
      name: 'no name is asked for',
      evidence: replied(plainTowards(['a']), at, memberHello()).build(),
      at,
      is: 'absent',
    },
    {
      name: 'no set at all',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, standaloneHello).build(),
      at,
      is: 'absent',
      really: 'topology-standalone',
    },
    { name: 'no answer', evidence: plainTowards(['a'], { replicaSet: 'rs0' }).build(), at, is: 'unknown' },
  ],
})
