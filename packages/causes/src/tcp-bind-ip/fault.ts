import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-bind-ip',
  summary: 'a server that listens at 127.0.0.1 alone, met at another address of this machine',
  certainty: 'certain',
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    return {
      uri: `mongodb://ada:${canary}@127.0.0.2:${mongo.port}/?authSource=admin`,
      stop: () => mongo.stop(),
    }
  },
})
