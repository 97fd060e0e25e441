import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-option-obsolete',
  summary: 'The login mechanism MONGODB-CR is asked for.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/?authMechanism=MONGODB-CR`,
      stop: () => server.stop(),
    }
  },
})
