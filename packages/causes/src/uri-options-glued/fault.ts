import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-options-glued',
  summary: 'An & stands where the ? should be, so that authSource is part of the database name.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone', users: [{ name: 'ada', password: canary }] })
    return {
      uri: `mongodb://ada:${canary}@${server.host}:${server.port}/app&authSource=admin`,
      stop: () => server.stop(),
    }
  },
})
