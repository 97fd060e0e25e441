import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-bare-percent',
  summary: 'The password has a % that is not escaped.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({
      uri: `mongodb://ada:100%${canary}%@127.0.0.1:27017/app`,
      stop: () => Promise.resolve(),
    }),
})
