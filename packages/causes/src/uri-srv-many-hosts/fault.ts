import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-srv-many-hosts',
  summary: 'A mongodb+srv:// string lists three hosts.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({
      uri: `mongodb+srv://ada:${canary}@a.lab.test,b.lab.test,c.lab.test/app`,
      stop: () => Promise.resolve(),
    }),
})
