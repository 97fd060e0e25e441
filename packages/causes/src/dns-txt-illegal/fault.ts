import { serveDns, serveMongo, zoneFor } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-txt-illegal',
  summary: 'a TXT record that sets an option which drivers do not take from DNS',
  certainty: 'certain',
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    const members = [{ host: 'db1.lab.test', port: mongo.port }]
    const dns = await serveDns({
      zone: zoneFor('cluster0.lab.test', members, 'authSource=admin&retryWrites=false'),
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
