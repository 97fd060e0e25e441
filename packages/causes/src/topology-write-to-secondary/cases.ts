import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, operated, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'b:27017'
const secondary = memberHello({ role: 'secondary', me: at, hosts: ['a:27017', at] })
const direct = plainTowards(['b'], { directConnection: true })
const refused = (code: number) => serverError({ code, codeName: null, message: 'no' })

export const cases: Cases = defineCases({
  code: 'topology-write-to-secondary',
  matching: [
    {
      name: 'a direct connection to a secondary, nothing written',
      evidence: replied(direct, at, secondary).build(),
      at,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'and a write that was refused',
      evidence: operated(replied(direct, at, secondary), 'insert', refused(10_107)).build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a secondary among the seeds of a set',
      evidence: replied(plainTowards(['b']), at, secondary).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a secondary that was chosen for reading',
      evidence: replied(
        plainTowards(['b'], { directConnection: true, readPreference: 'secondary' }),
        at,
        secondary,
      ).build(),
      at,
      is: 'absent',
    },
    {
      name: 'a direct connection to the primary',
      evidence: replied(direct, at, memberHello({ me: at })).build(),
      at,
      is: 'absent',
    },
    {
      name: 'the primary stepped down during the write',
      evidence: operated(replied(plainTowards(['b']), at, secondary), 'insert', refused(10_107)).build(),
      at,
      is: 'absent',
      really: 'ops-failover',
    },
    {
      name: 'a direct connection to a member that catches up',
      evidence: replied(direct, at, { ...secondary, role: 'recovering' }).build(),
      at,
      is: 'absent',
      really: 'topology-member-not-ready',
    },
    {
      name: 'a standalone server',
      evidence: replied(direct, at, standaloneHello).build(),
      at,
      is: 'absent',
    },
  ],
})
