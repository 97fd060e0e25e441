import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-dropped',
  summary: 'a resolver that keeps silent on SRV alone',
  certainty: 'likely',
  async start() {
    const dns = await serveDns({
      zone: {
        '_mongodb._tcp.cluster0.lab.test': { SRV: 'silent' },
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
