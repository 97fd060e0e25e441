import { acceptAndHang, serveTcp } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-silent',
  summary: 'a port that accepts the connection and never answers the TLS hello',
  certainty: 'likely',
  async start() {
    const { host, port, stop } = await serveTcp(acceptAndHang())
    return { uri: `mongodb://ada:${canary}@${host}:${port}/?tls=true`, stop }
  },
})
