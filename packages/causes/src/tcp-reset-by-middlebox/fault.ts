import { resetAfterBytes, serveAlert, serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-reset-by-middlebox',
  summary: 'TLS is reset wherever its hello names the server',
  certainty: 'likely',
  async start() {
    const server = await serveAlert({
      alert: 112,
      when: ({ servername }) => servername === null,
      otherwise: resetAfterBytes(1),
    })
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [server.host] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/?tls=true`,
      options: { resolvers: [dns.address] },
      endpoints: [`db.lab.test:${server.port}`],
      stop: async () => {
        await dns.stop()
        await server.stop()
      },
    }
  },
})
