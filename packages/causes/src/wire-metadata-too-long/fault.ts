import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-metadata-too-long',
  summary: 'an application name of 200 bytes; Node.js cuts it, other drivers refuse it',
  certainty: 'certain',
  bearing: 'advisory',
  start: () => startServer({}, `/?authSource=admin&appName=${'checkout-service-'.repeat(12).slice(0, 200)}`),
})
