import { serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-shell-quoting',
  summary: 'The string was quoted and escaped: backslashes before its & came through.',
  certainty: 'certain',
  start: async () => {
    const server = await serveMongo({ role: 'standalone' })
    return {
      uri: `mongodb://${server.host}:${server.port}/app?retryWrites=true\\&appName=lab`,
      stop: () => server.stop(),
    }
  },
})
