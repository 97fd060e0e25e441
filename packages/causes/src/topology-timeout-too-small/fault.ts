import { relay, serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-timeout-too-small',
  summary: 'a server 600 ms away, and serverSelectionTimeoutMS=200',
  certainty: 'certain',
  async start() {
    const server = await serveMongo({ users: [ada] })
    const far = await relay({ to: server, delayMs: 300 })
    return {
      uri: `mongodb://ada:${canary}@${far.host}:${far.port}/?authSource=admin&serverSelectionTimeoutMS=200`,
      stop: async () => {
        await far.stop()
        await server.stop()
      },
    }
  },
})
