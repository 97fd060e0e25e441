import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-option-unknown',
  summary: 'An option stands in the string that the driver removed.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://${server.host}:${server.port}/app?useNewUrlParser=true`,
      stop: () => server.stop(),
    }
  },
})
