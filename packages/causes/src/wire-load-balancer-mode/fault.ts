import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-load-balancer-mode',
  summary: 'loadBalanced=true, and a server without a load balancer',
  certainty: 'certain',
  start: () => startServer({}, '/?authSource=admin&loadBalanced=true'),
})
