import { authority, serveMongo } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-tls-file-missing',
  summary: 'tlsCAFile names a file that does not exist.',
  certainty: 'certain',
  start: async () => {
    const issued = authority({ name: 'Lab root' }).issue({ names: ['localhost'], addresses: ['127.0.0.1'] })
    const server = await serveMongo({ role: 'standalone', tls: { issued } })
    const file = encodeURIComponent('/nowhere/mongowhy-lab/ca.pem')
    return {
      uri: `mongodb://${server.host}:${server.port}/app?tls=true&tlsCAFile=${file}`,
      stop: () => server.stop(),
    }
  },
})
