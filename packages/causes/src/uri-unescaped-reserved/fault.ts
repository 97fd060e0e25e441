import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-unescaped-reserved',
  summary: 'The password has a slash that is not escaped.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({
      uri: `mongodb://ada:${canary}/2026@127.0.0.1:27017/app`,
      stop: () => Promise.resolve(),
    }),
})
