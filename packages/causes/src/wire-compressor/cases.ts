import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { plainTowards, replied } from '../kit/server-case.ts'
import { standaloneHello } from '../kit/tls-case.ts'

const at = 'a:27017'
const asking = (...compressors: readonly string[]) => plainTowards(['a'], { compressors })

export const cases: Cases = defineCases({
  code: 'wire-compressor',
  matching: [
    {
      name: 'a name that no driver knows',
      evidence: asking('zlib', 'lz4').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'the server takes none',
      evidence: replied(asking('zlib'), at, standaloneHello).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the server takes others',
      evidence: replied(asking('zstd'), at, { ...standaloneHello, compression: ['zlib'] }).build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'one of them is shared',
      evidence: replied(asking('zstd', 'zlib'), at, { ...standaloneHello, compression: ['zlib'] }).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'none asked for',
      evidence: replied(asking(), at, standaloneHello).build(),
      at: null,
      is: 'absent',
    },
    { name: 'no answer yet', evidence: asking('zlib').build(), at: null, is: 'unknown' },
  ],
})
