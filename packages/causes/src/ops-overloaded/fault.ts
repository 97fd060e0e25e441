import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { overloaded, refusing, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'ops-overloaded',
  summary: 'a server at its limit of requests: logins pass, reads are turned away',
  certainty: 'certain',
  start: () => startServer({ onCommand: refusing(['find', 'insert'], overloaded) }, '/shop?authSource=admin'),
})
