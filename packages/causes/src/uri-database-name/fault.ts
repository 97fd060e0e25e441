import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-database-name',
  summary: 'The connection string names a collection behind the database, with a full stop between.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone', users: [{ name: 'ada', password: canary }] })
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/shop.orders?authSource=admin`,
      stop: () => server.stop(),
    }
  },
})
