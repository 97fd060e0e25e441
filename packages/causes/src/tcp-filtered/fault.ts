import { serveDns, silentPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-filtered',
  summary: 'a port that answers nothing, not even the SYN',
  certainty: 'likely',
  async start() {
    const server = await silentPort()
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [server.host] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/`,
      options: { resolvers: [dns.address] },
      endpoints: [`db.lab.test:${server.port}`],
      stop: async () => {
        await dns.stop()
        await server.stop()
      },
    }
  },
})
