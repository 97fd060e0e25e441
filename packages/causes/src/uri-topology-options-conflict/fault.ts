import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-topology-options-conflict',
  summary: 'directConnection stands with two hosts.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://${server.host}:${server.port},localhost:${server.port}/app?directConnection=true`,
      stop: () => server.stop(),
    }
  },
})
