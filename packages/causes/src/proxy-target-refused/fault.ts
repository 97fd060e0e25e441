import { serveSocks5 } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'proxy-target-refused',
  summary: 'a SOCKS5 proxy that has no way to the server',
  certainty: 'certain',
  async start() {
    const proxy = await serveSocks5({ reply: 4 })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:27017/?proxyHost=${proxy.host}&proxyPort=${proxy.port}`,
      endpoints: ['db.lab.test:27017'],
      stop: () => proxy.stop(),
    }
  },
})
