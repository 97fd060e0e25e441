import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-server-too-old',
  summary: 'a server of the time of MongoDB 3.6',
  certainty: 'certain',
  start: () => startServer({ version: '3.6.23' }),
})
