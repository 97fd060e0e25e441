import { relayTo, serveReplicaSet, serveTcp } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-balanced-members',
  summary: 'a balancer in front of the three members of a set, whose own names lead nowhere from here',
  certainty: 'certain',
  async start() {
    const members = [1, 2, 3].map((number) => ({ advertise: `mongo-${number}.lab.invalid:27017` }))
    const set = await serveReplicaSet({ users: [ada], members })
    const ways = set.members.map((member) => relayTo(member))
    let next = 0
    const balancer = await serveTcp((socket) => {
      next += 1
      ways[next % ways.length]?.(socket)
    })
    return {
      uri: `mongodb://ada:${canary}@${balancer.host}:${balancer.port}/?authSource=admin&replicaSet=rs0`,
      stop: async () => {
        await balancer.stop()
        await set.stop()
      },
    }
  },
})
