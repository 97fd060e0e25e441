import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'

export const cases: Cases = defineCases({
  code: 'topology-standalone',
  matching: [
    {
      name: 'a standalone server',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, standaloneHello).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a router of a sharded cluster',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, {
        ...standaloneHello,
        role: 'mongos',
      }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'over a direct connection, which Node’s driver allows',
      evidence: replied(
        plainTowards(['a'], { replicaSet: 'rs0', directConnection: true }),
        at,
        standaloneHello,
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'one of two seeds',
      evidence: replied(plainTowards(['a', 'b']), at, standaloneHello).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'two of two seeds, of which Node’s driver takes the last',
      evidence: replied(
        replied(plainTowards(['a', 'b']), at, standaloneHello),
        'b:27017',
        standaloneHello,
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'one of two seeds, the other of which serves',
      evidence: replied(
        replied(plainTowards(['a', 'b']), at, standaloneHello),
        'b:27017',
        memberHello({ me: 'b:27017', hosts: ['b:27017'], primary: 'b:27017' }),
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a standalone server, and none else is asked for',
      evidence: replied(plainTowards(['a']), at, standaloneHello).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a member of another set',
      evidence: replied(plainTowards(['a'], { replicaSet: 'prod' }), at, memberHello()).build(),
      at,
      is: 'absent',
      really: 'topology-set-name',
    },
    {
      name: 'a server that waits for rs.initiate',
      evidence: replied(plainTowards(['a'], { replicaSet: 'rs0' }), at, {
        ...standaloneHello,
        role: 'ghost',
      }).build(),
      at,
      is: 'unknown',
      really: 'topology-not-initiated',
    },
  ],
})
