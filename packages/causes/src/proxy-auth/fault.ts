import { serveSocks5 } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'proxy-auth',
  summary: 'a SOCKS5 proxy that rejects the password',
  certainty: 'certain',
  async start() {
    const proxy = await serveSocks5({ credentials: { username: 'ada', password: 'another' } })
    return {
      uri: `mongodb://ada:${canary}@db.lab.test:27017/?proxyHost=${proxy.host}&proxyPort=${proxy.port}&proxyUsername=ada&proxyPassword=${canary}`,
      endpoints: ['db.lab.test:27017'],
      stop: () => proxy.stop(),
    }
  },
})
