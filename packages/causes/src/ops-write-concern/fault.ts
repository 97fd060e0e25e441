import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startSet, writeCheck } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'ops-write-concern',
  summary: 'a set of three, and a write concern of five',
  certainty: 'certain',
  start: () => startSet({}, '/shop?authSource=admin&replicaSet=rs0&w=5', { writeCheck }),
})
