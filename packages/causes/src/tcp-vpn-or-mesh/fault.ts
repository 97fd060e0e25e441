import { acceptAndClose, serveTcp } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

// An address of loopback for this alone, so that every port of it can be taken that somebody may try.
const host = '127.0.0.14'
const nobodys = 29_987

export const fault: Fault = defineFault({
  code: 'tcp-vpn-or-mesh',
  summary:
    'an address that takes connections on every port and then hangs up, as what stands before all servers does',
  certainty: 'likely',
  unavailable: async () => {
    const taken = await serveTcp(acceptAndClose(), { host, port: nobodys }).catch(() => null)
    await taken?.stop()
    return taken === null ? `port ${nobodys} of ${host} is taken, or this system has no such address` : null
  },
  async start() {
    const servers: readonly Served[] = await Promise.all([
      serveTcp(acceptAndClose(), { host }),
      serveTcp(acceptAndClose(), { host, port: nobodys }),
    ])
    return {
      uri: `mongodb://ada:${canary}@${host}:${servers[0]?.port ?? 0}/`,
      stop: async () => {
        await Promise.all(servers.map((server) => server.stop()))
      },
    }
  },
})
