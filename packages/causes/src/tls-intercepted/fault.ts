import { authority, relayTo, serveMongo, serveTls } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'
import { labHost } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-intercepted',
  summary: 'a device on the way that opens TLS and makes a certificate of its own for every name',
  certainty: 'certain',
  async start() {
    const server = await serveMongo({ users: [ada] })
    const device = authority({ name: 'mitmproxy' })
    const { port, stop } = await serveTls({
      issued: device.issue({ names: [labHost] }),
      issuedFor: (name) => device.issue({ names: [name] }),
      inner: relayTo(server),
    })
    return {
      uri: `mongodb://ada:${canary}@${labHost}:${port}/?tls=true`,
      options: { resolve: [{ host: labHost, port, address: '127.0.0.1' }] },
      stop: async () => {
        await stop()
        await server.stop()
      },
    }
  },
})
