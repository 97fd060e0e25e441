import { answerAfter, authority, serveTls, temporaryFile } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'wire-inspected',
  summary: 'a device that opens TLS, whose authority is trusted, and that takes everything for web traffic',
  certainty: 'likely',
  // That TLS is opened on the way is true, and by itself lets the connection stand.
  alsoTrue: ['tls-intercepted'],
  async start() {
    const device = authority({ name: 'mitmproxy' })
    const ca = await temporaryFile('ca.pem', device.certificatePem)
    const { port, stop } = await serveTls({
      issued: device.issue({ names: [labHost] }),
      issuedFor: (name) => device.issue({ names: [name] }),
      inner: answerAfter(1, 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
    })
    return {
      uri: `mongodb://ada:${canary}@${labHost}:${port}/?tls=true&tlsCAFile=${encodeURIComponent(ca.path)}`,
      options: { resolve: [{ host: labHost, port, address: '127.0.0.1' }] },
      stop: async () => {
        await stop()
        await ca.remove()
      },
    }
  },
})
