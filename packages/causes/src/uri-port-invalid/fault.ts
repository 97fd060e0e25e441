import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-port-invalid',
  summary: 'The port is larger than any port.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({ uri: `mongodb://ada:${canary}@127.0.0.1:99999/app`, stop: () => Promise.resolve() }),
})
