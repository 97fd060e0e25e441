import { relayTo, serveMongo, serveTcp } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-garbled',
  summary: 'something on the way that ends the connection in the middle of the first reply',
  certainty: 'certain',
  async start() {
    const server = await serveMongo()
    const front = await serveTcp(relayTo(server, { cutAfter: 100 }))
    return {
      uri: `mongodb://ada:${canary}@${front.host}:${front.port}/`,
      stop: async () => {
        await front.stop()
        await server.stop()
      },
    }
  },
})
