import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { drove, plainTowards, replied, serverError } from '../kit/server-case.ts'
import { caseAddress, helloSaw, standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const plain = { address: caseAddress, transport: 'plain' } as const
const named = (appName: string) => replied(plainTowards(['a'], { appName }), at, standaloneHello)
const failed = (code: number) =>
  ({ is: 'failed', phase: 'selection', error: serverError({ code, codeName: null }) }) as const

export const cases: Cases = defineCases({
  code: 'wire-metadata-too-long',
  matching: [
    {
      name: 'a name of 129 bytes',
      evidence: named('a'.repeat(129)).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'a name of 128 letters that take two bytes each',
      evidence: named('é'.repeat(128)).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'refused by the server',
      evidence: plainTowards(['a'])
        .saw(
          'wire.hello',
          at,
          plain,
          helloSaw({ is: 'error', code: 185, codeName: 'ClientMetadataDocumentTooLarge', message: 'no' }),
        )
        .build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'refused by the server, of the driver alone',
      evidence: drove(named('shop'), failed(184)).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    { name: 'a name of 128 bytes', evidence: named('a'.repeat(128)).build(), at: null, is: 'absent' },
    {
      name: 'another refusal of the driver',
      evidence: drove(named('shop'), failed(13)).build(),
      at: null,
      is: 'absent',
    },
  ],
})
