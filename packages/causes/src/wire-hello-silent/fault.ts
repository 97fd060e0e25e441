import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-hello-silent',
  summary: 'a server that takes connections and never answers',
  certainty: 'likely',
  start: () => startServer({ onHello: () => 'hang' }),
})
