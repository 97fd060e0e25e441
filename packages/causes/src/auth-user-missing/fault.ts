import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-user-missing',
  summary: 'a server on which the user was never created',
  certainty: 'likely',
  start: () => startServer({ version: '7.0.14', users: [{ ...ada, name: 'grace' }] }),
})
