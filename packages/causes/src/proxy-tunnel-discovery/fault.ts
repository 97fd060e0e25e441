import { relay, serveReplicaSet } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'proxy-tunnel-discovery',
  summary: 'a tunnel to one member of a set far away, which names its members by names of its own network',
  certainty: 'likely',
  async start() {
    const set = await serveReplicaSet({
      users: [ada],
      members: [{ advertise: 'mongo-1.prod.invalid:27017' }, { advertise: 'mongo-2.prod.invalid:27017' }],
    })
    const tunnel = await relay({ to: set, delayMs: 100 })
    return {
      uri: `mongodb://ada:${canary}@${tunnel.host}:${tunnel.port}/?authSource=admin&replicaSet=rs0`,
      stop: async () => {
        await tunnel.stop()
        await set.stop()
      },
    }
  },
})
