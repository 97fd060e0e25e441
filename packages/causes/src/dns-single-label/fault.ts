import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-single-label',
  summary: 'a service name outside of its network',
  certainty: 'likely',
  async start() {
    const dns = await serveDns({ zone: {} })
    return {
      uri: `mongodb://ada:${canary}@mongo:27017/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
