import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-resolver-refuses',
  summary: 'a resolver that answers REFUSED',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({ zone: {}, otherwise: 'refused' })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
