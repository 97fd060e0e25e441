import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-target-missing',
  summary: 'an SRV record whose hosts have no address',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({
      zone: {
        '_mongodb._tcp.cluster0.lab.test': {
          SRV: [
            { target: 'db1.lab.test', port: 27017 },
            { target: 'db2.lab.test', port: 27017 },
          ],
        },
        'cluster0.lab.test': {},
      },
    })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
