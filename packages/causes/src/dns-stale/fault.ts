import { serveDns, serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

// Loopback has as many addresses as the fault needs; nobody listens at this one.
const old = '127.0.0.9'

export const fault: Fault = defineFault({
  code: 'dns-stale',
  summary: 'two resolvers: the first still gives the address that the server had before it moved',
  certainty: 'likely',
  async start() {
    const mongo = await serveMongo({ users: [ada], host: '127.0.0.10' })
    const [stale, fresh] = await Promise.all([
      serveDns({ zone: { 'db.lab.test': { A: [old] } } }),
      serveDns({ zone: { 'db.lab.test': { A: [mongo.host] } } }),
    ])
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${mongo.port}/?authSource=admin`,
      options: { resolvers: [stale.address, fresh.address] },
      stop: async () => {
        await Promise.all([stale.stop(), fresh.stop(), mongo.stop()])
      },
    }
  },
})
