import { closedPort, serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-overridden',
  summary: 'a resolver that blocks the name: it answers 0.0.0.0',
  certainty: 'certain',
  async start() {
    // Linux takes 0.0.0.0 for this machine: the port must be one that nobody has.
    const server = await closedPort()
    const dns = await serveDns({ zone: { 'db.lab.test': { A: ['0.0.0.0'] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/`,
      options: { resolvers: [dns.address] },
      stop: async () => {
        await Promise.all([dns.stop(), server.stop()])
      },
    }
  },
})
