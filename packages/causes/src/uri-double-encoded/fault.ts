import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

// The name and not the password: the canary has no character that an encoder escapes.
export const fault: Fault = defineFault({
  code: 'uri-double-encoded',
  summary: 'The user name, an e-mail address, was percent-encoded twice.',
  certainty: 'likely',
  start: async () => {
    const server = await serveMongo({ users: [{ ...ada, name: 'ada@lab.test' }] })
    return {
      uri: `mongodb://ada%2540lab.test:${canary}@${server.host}:${server.port}/?authSource=admin`,
      stop: () => server.stop(),
    }
  },
})
