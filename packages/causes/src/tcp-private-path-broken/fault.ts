import { serveDns, silentPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

const member = 'cluster0-pl-0.lab.test'

export const fault: Fault = defineFault({
  code: 'tcp-private-path-broken',
  summary: 'the name of a private endpoint, whose address swallows every packet',
  certainty: 'likely',
  async start() {
    const server = await silentPort()
    const dns = await serveDns({ zone: { [member]: { A: [server.host] } } })
    return {
      uri: `mongodb://ada:${canary}@${member}:${server.port}/`,
      options: { resolvers: [dns.address] },
      endpoints: [`${member}:${server.port}`],
      stop: async () => {
        await Promise.all([dns.stop(), server.stop()])
      },
    }
  },
})
