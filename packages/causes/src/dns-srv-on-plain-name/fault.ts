import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-srv-on-plain-name',
  summary: 'mongodb+srv:// with the name of one server',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({ zone: { 'db.lab.test': { A: ['127.0.0.1'] } } })
    return {
      uri: `mongodb+srv://ada:${canary}@db.lab.test/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
