import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-server-too-new',
  summary: 'a server that speaks no wire version that the driver knows',
  certainty: 'certain',
  start: () => startServer({ minWireVersion: 40, maxWireVersion: 45 }),
})
