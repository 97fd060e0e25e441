import { acceptAndHang, serveAlert, serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

const fewestSuites = 2

export const fault: Fault = defineFault({
  code: 'tcp-mtu-black-hole',
  summary: 'a TLS server whose short answers arrive, and whose long ones do not',
  certainty: 'likely',
  async start() {
    // Loopback loses no packets: what would be answered with a certificate is left unanswered in its place.
    const server = await serveAlert({
      alert: 40,
      when: ({ cipherSuites }) => cipherSuites.length < fewestSuites,
      otherwise: acceptAndHang(),
    })
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [server.host] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/?tls=true`,
      options: { resolvers: [dns.address] },
      endpoints: [`db.lab.test:${server.port}`],
      stop: async () => {
        await Promise.all([dns.stop(), server.stop()])
      },
    }
  },
})
