import { serveReplicaSet } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-mixed-seeds',
  summary:
    'hosts of two replica sets in one connection string; which of them is used depends on who answers first',
  certainty: 'certain',
  bearing: 'advisory',
  async start() {
    const sets = await Promise.all(
      ['rsA', 'rsB'].map((setName) => serveReplicaSet({ users: [ada], setName, members: [{}] })),
    )
    const hosts = sets.map(({ host, port }) => `${host}:${port}`).join(',')
    return {
      uri: `mongodb://ada:${canary}@${hosts}/?authSource=admin`,
      stop: async () => {
        await Promise.all(sets.map((set) => set.stop()))
      },
    }
  },
})
