import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-truncated',
  summary: 'an SRV answer that is too long for UDP, from a resolver whose TCP port is closed',
  certainty: 'certain',
  async start() {
    const members = Array.from({ length: 12 }, (_, index) => ({ target: `db${index}.lab.test`, port: 27017 }))
    const dns = await serveDns({
      tcp: false,
      zone: {
        '_mongodb._tcp.cluster0.lab.test': { SRV: { truncated: members, tcp: 'answers' } },
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
