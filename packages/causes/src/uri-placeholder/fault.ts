import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-placeholder',
  summary: 'The placeholder of the password was never replaced.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://ada:<db_password>@${server.host}:${server.port}/app?authSource=admin`,
      stop: () => server.stop(),
    }
  },
})
