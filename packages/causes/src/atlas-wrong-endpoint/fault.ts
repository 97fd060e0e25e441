import { authority, commandError, serveMongo, temporaryFile } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, refusing } from '../kit/server-fault.ts'

const host = 'atlas-stream-64ac5b1098b5c5.virginia-usa.a.query.mongodb.net'

export const fault: Fault = defineFault({
  code: 'atlas-wrong-endpoint',
  summary: 'the address of a stream processing instance in place of the cluster’s',
  certainty: 'certain',
  async start() {
    const root = authority()
    const server = await serveMongo({
      users: [ada],
      role: 'mongos',
      compat: 'atlas',
      tls: { issued: root.issue({ names: [host] }) },
      onCommand: refusing(['find', 'insert'], commandError(59, 'CommandNotFound', "no such command: 'find'")),
    })
    const ca = await temporaryFile('ca.pem', root.certificatePem)
    const query = new URLSearchParams({ tls: 'true', tlsCAFile: ca.path, authSource: 'admin' })
    return {
      uri: `mongodb://ada:${canary}@${host}:${server.port}/shop?${query.toString()}`,
      options: { resolve: [{ host, port: server.port, address: '127.0.0.1' }] },
      stop: async () => {
        await Promise.all([server.stop(), ca.remove()])
      },
    }
  },
})
