import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-option-value',
  summary: 'A time-out is given as a word.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://${server.host}:${server.port}/app?connectTimeoutMS=soon`,
      stop: () => server.stop(),
    }
  },
})
