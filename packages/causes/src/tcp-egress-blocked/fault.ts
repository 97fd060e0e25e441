import { serveDns, silentPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-egress-blocked',
  summary: 'a silent port, and a host to compare with that is silent on its port too and answers on 443',
  certainty: 'likely',
  async start() {
    const [server, other] = await Promise.all([silentPort(), silentPort({ host: '127.0.0.15' })])
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [server.host] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/`,
      options: { resolvers: [dns.address], control: { host: other.host, port: other.port } },
      stop: async () => {
        await Promise.all([dns.stop(), server.stop(), other.stop()])
      },
    }
  },
})
