import { createServer } from 'node:net'

import { serveDns, serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-ipv6-first',
  summary: 'a name with both kinds of address, and a server that listens on IPv4 alone',
  certainty: 'certain',
  bearing: 'advisory',
  unavailable: async () => ((await hasIpv6()) ? null : 'this machine has no IPv6 loopback'),
  async start() {
    const mongo = await serveMongo({ users: [ada] })
    const dns = await serveDns({ zone: { 'db.lab.test': { A: ['127.0.0.1'], AAAA: ['::1'] } } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${mongo.port}/?authSource=admin`,
      options: { resolvers: [dns.address] },
      stop: async () => {
        await Promise.all([dns.stop(), mongo.stop()])
      },
    }
  },
})

function hasIpv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(0, '::1', () => probe.close(() => resolve(true)))
  })
}
