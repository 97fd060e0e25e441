import { closedPort, serveReplicaSet } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-some-members',
  summary: 'two secondaries can be reached, and the primary that they name cannot',
  certainty: 'certain',
  async start() {
    const primary = await closedPort()
    const name = `${primary.host}:${primary.port}`
    const set = await serveReplicaSet({
      members: [{ role: 'secondary' }, { role: 'secondary' }],
      users: [ada],
      onHello: (reply) => ({ ...reply, primary: name, hosts: [...hostsIn(reply), name] }),
    })
    return {
      uri: `mongodb://ada:${canary}@${set.host}:${set.port}/?authSource=admin&replicaSet=rs0`,
      stop: async () => {
        await Promise.all([set.stop(), primary.stop()])
      },
    }
  },
})

function hostsIn(reply: { readonly [name: string]: unknown }): readonly unknown[] {
  return Array.isArray(reply['hosts']) ? reply['hosts'] : []
}
