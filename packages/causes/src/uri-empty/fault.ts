import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-empty',
  summary: 'The variable that should hold the connection string is empty.',
  certainty: 'certain',
  start: () => Promise.resolve({ uri: '', stop: () => Promise.resolve() }),
})
