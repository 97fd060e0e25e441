import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-unescaped-at',
  summary: 'The password has an @ that is not escaped.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({
      uri: `mongodb://ada:${canary}@2026@127.0.0.1:27017/app`,
      stop: () => Promise.resolve(),
    }),
})
