import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { operated, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { caseAddress, helloSaw, standaloneHello } from '../kit/tls-case.ts'
import type { HelloSighting } from '@mongowhy/core'

const at = 'a:27017'
const plain = { address: caseAddress, transport: 'plain' } as const
const serverApi = { version: '1', strict: true, deprecationErrors: false }
const refused = (code: number): HelloSighting['outcome'] => ({
  is: 'error',
  code,
  codeName: null,
  message: 'no',
})
const failed = (code: number) =>
  operated(
    replied(plainTowards(['a'], { serverApi }), at, standaloneHello),
    'read',
    serverError({ code, codeName: null, message: 'no' }),
  )

export const cases: Cases = defineCases({
  code: 'wire-api-version',
  matching: [
    {
      name: 'the hello is refused without a version',
      evidence: plainTowards(['a'])
        .saw('wire.hello', at, plain, helloSaw(refused(498_870)))
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a version that the server does not know',
      evidence: plainTowards(['a'], { serverApi: { ...serverApi, version: '7' } })
        .saw('wire.hello', at, plain, helloSaw(refused(322)))
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the same, by the options alone',
      evidence: plainTowards(['a'], { serverApi: { ...serverApi, version: '2' } }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a command that is not in the strict API',
      evidence: failed(323).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a hello refused for another reason',
      evidence: plainTowards(['a'])
        .saw('wire.hello', at, plain, helloSaw(refused(354)))
        .build(),
      at: null,
      is: 'unknown',
      really: 'wire-load-balancer-mode',
    },
    {
      name: 'a command refused for want of a right',
      evidence: failed(13).build(),
      at: null,
      is: 'absent',
      really: 'authz-missing-role',
    },
  ],
})
