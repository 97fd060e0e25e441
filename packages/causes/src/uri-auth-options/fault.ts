import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-auth-options',
  summary: 'X.509 is asked for, and a password is given.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/?authMechanism=MONGODB-X509`,
      stop: () => server.stop(),
    }
  },
})
