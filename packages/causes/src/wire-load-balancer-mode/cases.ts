import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { memberHello, plainTowards, replied } from '../kit/server-case.ts'
import { caseAddress, helloSaw, standaloneHello } from '../kit/tls-case.ts'
import type { HelloSighting } from '@mongowhy/core'

const at = 'a:27017'
const plain = { address: caseAddress, transport: 'plain' } as const
const balanced = plainTowards(['a'], { loadBalanced: true })
const refused = (code: number): HelloSighting['outcome'] => ({
  is: 'error',
  code,
  codeName: null,
  message: 'no',
})
const behind = { ...standaloneHello, role: 'load-balanced', serviceId: true } as const

export const cases: Cases = defineCases({
  code: 'wire-load-balancer-mode',
  matching: [
    {
      name: 'loadBalanced=true and a standalone server',
      evidence: replied(balanced, at, standaloneHello).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'loadBalanced=true and a router on its usual port',
      evidence: replied(balanced, at, { ...standaloneHello, role: 'mongos' }).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'loadBalanced=true and a member of a set',
      evidence: replied(balanced, at, memberHello()).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'code 354 to a client that does not say it',
      evidence: plainTowards(['a'])
        .saw('wire.hello', at, plain, helloSaw(refused(354)))
        .build(),
      at,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'loadBalanced=true and a server behind a balancer',
      evidence: replied(balanced, at, behind).build(),
      at,
      is: 'absent',
    },
    {
      name: 'not asked for, and a standalone server',
      evidence: replied(plainTowards(['a']), at, standaloneHello).build(),
      at,
      is: 'absent',
    },
    {
      name: 'another refusal of the hello',
      evidence: plainTowards(['a'])
        .saw('wire.hello', at, plain, helloSaw(refused(498_870)))
        .build(),
      at,
      is: 'unknown',
      really: 'wire-api-version',
    },
    {
      name: 'loadBalanced=true and no answer',
      evidence: balanced.saw('wire.hello', at, plain, helloSaw({ is: 'closed' })).build(),
      at,
      is: 'unknown',
    },
  ],
})
