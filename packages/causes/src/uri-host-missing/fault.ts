import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-host-missing',
  summary: 'The variable that should have named the host was empty.',
  certainty: 'certain',
  start: () => Promise.resolve({ uri: `mongodb://ada:${canary}@/app`, stop: () => Promise.resolve() }),
})
