import { serveDns, serveMongo, zoneFor } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-txt-failed',
  summary: 'SRV and addresses resolve, and the resolver fails over the TXT record',
  certainty: 'certain',
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    const zone = zoneFor('cluster0.lab.test', [{ host: 'db1.lab.test', port: mongo.port }])
    const dns = await serveDns({ zone: { ...zone, 'cluster0.lab.test': { TXT: 'servfail' } } })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/?tls=false&authSource=admin`,
      options: { resolvers: [dns.address] },
      stop: async () => {
        await Promise.all([dns.stop(), mongo.stop()])
      },
    }
  },
})
