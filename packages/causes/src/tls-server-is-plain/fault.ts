import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-server-is-plain',
  summary: 'a server without TLS, and tls=true in the connection string',
  certainty: 'certain',
  start: () => startTlsDeployment({ tls: null }),
})
