import { serveDns, serveMongo, zoneFor } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-temporary',
  summary: 'a resolver that fails the first time that it is asked for something',
  certainty: 'certain',
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    const dns = await serveDns({
      first: { answer: 'servfail', times: 1 },
      zone: zoneFor('cluster0.lab.test', [{ host: 'db1.lab.test', port: mongo.port }], 'authSource=admin'),
    })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/?tls=false`,
      options: { resolvers: [dns.address] },
      stop: async () => {
        await Promise.all([dns.stop(), mongo.stop()])
      },
    }
  },
})
