import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'env-module-missing',
  summary: 'The server agrees to compress with snappy, and the driver has no snappy.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({
      users: [ada],
      onHello: (reply) => ({ ...reply, compression: ['snappy'] }),
    })
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/?authSource=admin&compressors=snappy`,
      stop: () => server.stop(),
    }
  },
})
