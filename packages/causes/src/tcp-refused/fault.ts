import { closedPort, serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-refused',
  summary: 'a port that is closed',
  certainty: 'certain',
  async start() {
    const server = await closedPort()
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
