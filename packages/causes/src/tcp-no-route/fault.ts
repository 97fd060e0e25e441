import { unroutedAddress } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-no-route',
  summary: 'an address that there is no route to',
  certainty: 'certain',
  unavailable: async () =>
    (await unroutedAddress()) === null ? 'this system has a route to every loopback address' : null,
  async start() {
    const address = (await unroutedAddress()) ?? '127.255.255.255'
    return {
      uri: `mongodb://ada:${canary}@${address}:27017/`,
      endpoints: [`${address}:27017`],
      stop: () => Promise.resolve(),
    }
  },
})
