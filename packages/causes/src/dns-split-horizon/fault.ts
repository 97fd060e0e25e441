import { closedPort, serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

// The public face is of a network for documentation (RFC 5737); nobody connects to what the second resolver says.
const outside = '203.0.113.7'

export const fault: Fault = defineFault({
  code: 'dns-split-horizon',
  summary:
    'two resolvers: this machine is shown the private face of a zone, and the other sees the public one',
  certainty: 'likely',
  async start() {
    const server = await closedPort()
    const [inner, outer] = await Promise.all([
      serveDns({ zone: { 'db.lab.test': { A: [server.host] } } }),
      serveDns({ zone: { 'db.lab.test': { A: [outside] } } }),
    ])
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/`,
      options: { resolvers: [inner.address, outer.address] },
      stop: async () => {
        await Promise.all([inner.stop(), outer.stop(), server.stop()])
      },
    }
  },
})
