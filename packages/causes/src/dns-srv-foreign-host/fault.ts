import { serveDns, zoneFor } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-foreign-host',
  summary: 'an SRV record that names a host of another domain',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({
      zone: zoneFor('cluster0.lab.test', [{ host: 'db.elsewhere.test', port: 27017 }]),
    })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
