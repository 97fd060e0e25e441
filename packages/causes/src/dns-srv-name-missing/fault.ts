import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-name-missing',
  summary: 'an SRV name that does not exist, in a domain that does',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({ zone: { 'lab.test': { A: ['127.0.0.1'] } } })
    return {
      uri: `mongodb+srv://ada:${canary}@cluster0.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
