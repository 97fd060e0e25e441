import { answerAfter, serveTcp } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-not-mongodb',
  summary: 'a web server on the port, in a connection string without TLS',
  certainty: 'certain',
  async start() {
    const reply = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
    const { host, port, stop } = await serveTcp(answerAfter(1, reply))
    return { uri: `mongodb://ada:${canary}@${host}:${port}/`, stop }
  },
})
