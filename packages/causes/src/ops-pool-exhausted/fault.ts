import { relay, serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'ops-pool-exhausted',
  summary: 'a server 150 ms away, and waitQueueTimeoutMS=60',
  certainty: 'certain',
  async start() {
    const server = await serveMongo({ users: [ada] })
    const far = await relay({ to: server, delayMs: 75 })
    return {
      uri: `mongodb://ada:${canary}@${far.host}:${far.port}/?authSource=admin&waitQueueTimeoutMS=60`,
      stop: async () => {
        await far.stop()
        await server.stop()
      },
    }
  },
})
