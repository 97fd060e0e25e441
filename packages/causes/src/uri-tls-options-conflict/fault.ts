import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-tls-options-conflict',
  summary: 'tls and ssl contradict one another.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://${server.host}:${server.port}/app?tls=false&ssl=true`,
      stop: () => server.stop(),
    }
  },
})
