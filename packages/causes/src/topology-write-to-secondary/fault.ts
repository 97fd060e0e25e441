import { serveReplicaSet } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'topology-write-to-secondary',
  summary: 'directConnection=true to a secondary, and a write (--write-check)',
  certainty: 'certain',
  async start() {
    const set = await serveReplicaSet({ users: [ada], members: [{}, {}] })
    const { host = '', port = 0 } = set.members[1] ?? {}
    return {
      uri: `mongodb://ada:${canary}@${host}:${port}/?authSource=admin&directConnection=true`,
      options: { writeCheck: { database: 'app', collection: 'probe' } },
      stop: () => set.stop(),
    }
  },
})
