import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-set-name',
  summary: 'the set is rs0, the connection string asks for another',
  certainty: 'certain',
  start: () => startSet({ setName: 'rs0' }, '/?authSource=admin&replicaSet=production'),
})
