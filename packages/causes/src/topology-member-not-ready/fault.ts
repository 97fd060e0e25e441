import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-member-not-ready',
  summary: 'a set whose only member that answers still starts up',
  certainty: 'certain',
  start: () => startSet({ members: [{ role: 'recovering' }] }, '/?authSource=admin&replicaSet=rs0'),
})
