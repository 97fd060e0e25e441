import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-not-genuine',
  summary: 'FerretDB, by its own words; the driver works with it',
  certainty: 'certain',
  bearing: 'advisory',
  start: () => startServer({ product: 'ferretdb' }),
})
