import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-mechanism',
  summary: 'SCRAM-SHA-1 asked of a server that offers SCRAM-SHA-256 alone',
  certainty: 'certain',
  start: () =>
    startServer(
      { authenticationMechanisms: ['SCRAM-SHA-256'] },
      '/?authSource=admin&authMechanism=SCRAM-SHA-1',
    ),
})
