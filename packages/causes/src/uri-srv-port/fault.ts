import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-srv-port',
  summary: 'A port stands in a mongodb+srv:// string.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({
      uri: `mongodb+srv://ada:${canary}@cluster.lab.test:27017/app`,
      stop: () => Promise.resolve(),
    }),
})
