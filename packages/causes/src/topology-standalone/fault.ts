import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-standalone',
  summary: 'a standalone server, and replicaSet in the connection string',
  certainty: 'certain',
  start: () => startServer({ role: 'standalone' }, '/?authSource=admin&replicaSet=rs0'),
})
