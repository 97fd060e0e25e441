import { serveDns, serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-balancer-backend',
  summary: 'a name with two addresses, at one of which nobody listens',
  certainty: 'certain',
  bearing: 'advisory',
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [mongo.host, '127.0.0.13'] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${mongo.port}/?authSource=admin`,
      options: { resolvers: [dns.address] },
      stop: async () => {
        await Promise.all([dns.stop(), mongo.stop()])
      },
    }
  },
})
