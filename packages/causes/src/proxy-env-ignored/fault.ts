import { serveDns, silentPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

const variables = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'] as const

export const fault: Fault = defineFault({
  code: 'proxy-env-ignored',
  // Another process has an environment of its own, and does not meet this.
  summary: 'a proxy is set in the environment (of this process only), and the direct way is silent',
  certainty: 'likely',
  async start() {
    const server = await silentPort()
    const dns = await serveDns({ zone: { 'db.lab.test': { A: [server.host] } } })
    const before = new Map(variables.map((name) => [name, process.env[name]]))
    for (const name of variables) delete process.env[name]
    process.env['HTTPS_PROXY'] = 'http://proxy.lab.test:3128'
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:${server.port}/`,
      options: { resolvers: [dns.address] },
      endpoints: [`db.lab.test:${server.port}`],
      stop: async () => {
        for (const [name, value] of before) {
          if (value === undefined) delete process.env[name]
          else process.env[name] = value
        }
        await Promise.all([dns.stop(), server.stop()])
      },
    }
  },
})
