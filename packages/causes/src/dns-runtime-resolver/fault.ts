import dns from 'node:dns'

import { closedPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'dns-runtime-resolver',
  // Another process has a resolver list of its own, and does not meet this fault.
  summary: 'Node set to a resolver on this machine that is not there (within this process only)',
  certainty: 'certain',
  async start() {
    const closed = await closedPort()
    const before = dns.getServers()
    dns.setServers([`${closed.host}:${closed.port}`])
    return {
      uri: `mongodb+srv://ada:${canary}@localhost/`,
      stop: () => {
        dns.setServers(before)
        return closed.stop()
      },
    }
  },
})
