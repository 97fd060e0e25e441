import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { overloaded, refusing, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-storm',
  summary: 'a server that turns logins away, since it has too many',
  certainty: 'certain',
  start: () => startServer({ onCommand: refusing(['saslStart', 'saslContinue'], overloaded) }),
})
