import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-servfail',
  summary: 'a resolver that answers SERVFAIL',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({ zone: {}, otherwise: 'servfail' })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
