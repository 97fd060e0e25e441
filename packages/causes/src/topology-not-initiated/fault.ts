import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-not-initiated',
  summary: 'a server that was started with a set name and never initiated',
  certainty: 'certain',
  start: () => startServer({ role: 'ghost' }, '/?authSource=admin&replicaSet=rs0'),
})
