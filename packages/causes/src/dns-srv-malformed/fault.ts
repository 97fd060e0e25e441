import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-malformed',
  summary: 'a resolver that damages SRV records',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({
      zone: {
        '_mongodb._tcp.cluster0.lab.test': { SRV: 'malformed' },
        'cluster0.lab.test': { TXT: ['authSource=admin'] },
      },
    })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
