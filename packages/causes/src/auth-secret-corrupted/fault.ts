import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-secret-corrupted',
  summary: 'the right password, with the line break that echo added when the secret was made',
  certainty: 'likely',
  async start() {
    const served = await serveMongo({ users: [ada] })
    return {
      uri: `mongodb://ada:${canary}%0A@${served.host}:${served.port}/?authSource=admin`,
      stop: () => served.stop(),
    }
  },
})
