import { serveHttpProxy } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'proxy-not-socks',
  summary: 'an HTTP proxy where a SOCKS5 proxy should be',
  certainty: 'certain',
  async start() {
    const proxy = await serveHttpProxy()
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:27017/?proxyHost=${proxy.host}&proxyPort=${proxy.port}`,
      endpoints: ['db.lab.test:27017'],
      stop: () => proxy.stop(),
    }
  },
})
