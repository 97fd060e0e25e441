import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-scheme',
  summary: 'Quotes have become part of the connection string.',
  certainty: 'certain',
  start: () =>
    Promise.resolve({ uri: `"mongodb://ada:${canary}@127.0.0.1:27017/app"`, stop: () => Promise.resolve() }),
})
