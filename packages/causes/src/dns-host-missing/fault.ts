import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-host-missing',
  summary: 'a host that does not exist',
  certainty: 'certain',
  async start() {
    const dns = await serveDns({ zone: { 'example.test': { A: ['127.0.0.1'] } } })
    return {
      uri: `mongodb://ada:${canary}@db.exmaple.test:27017/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
