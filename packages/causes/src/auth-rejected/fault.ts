import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-rejected',
  summary: 'a right user name with another password',
  certainty: 'certain',
  start: () => startServer({ users: [{ ...ada, password: 'another one' }] }),
})
