import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'b:27017'
const hosts = ['a:27017', 'b:27017', 'c:27017']
const recovering = memberHello({ role: 'recovering', me: at, hosts, primary: null })
const arbiter = memberHello({ role: 'arbiter', me: at, hosts: ['a:27017'], arbiters: [at] })
const direct = plainTowards(['b'], { directConnection: true })
const set = plainTowards(['a', 'b'])

export const cases: Cases = defineCases({
  code: 'topology-member-not-ready',
  matching: [
    {
      name: 'a direct connection to a member that catches up',
      evidence: replied(direct, at, recovering).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a direct connection to an arbiter',
      evidence: replied(direct, at, arbiter).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'the only member that holds data starts',
      evidence: replied(set, at, recovering).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'one catches up, the primary serves',
      evidence: replied(replied(set, at, recovering), 'a:27017', memberHello({ hosts })).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'one catches up, a secondary is left and nobody is primary',
      evidence: replied(
        replied(set, at, recovering),
        'a:27017',
        memberHello({ role: 'secondary', hosts, primary: null }),
      ).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'an arbiter in its set',
      evidence: replied(replied(set, at, arbiter), 'a:27017', memberHello()).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a server whose set was never initiated',
      evidence: replied(direct, at, { ...standaloneHello, role: 'ghost' }).build(),
      at,
      is: 'absent',
      really: 'topology-not-initiated',
    },
    {
      name: 'a secondary, met directly',
      evidence: replied(direct, at, memberHello({ role: 'secondary', me: at, hosts })).build(),
      at,
      is: 'absent',
      really: 'topology-write-to-secondary',
    },
    { name: 'no answer', evidence: direct.build(), at, is: 'unknown' },
  ],
})
