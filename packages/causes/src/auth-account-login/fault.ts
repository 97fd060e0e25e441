import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-account-login',
  summary: 'an Atlas cluster, and the e-mail address of the account in place of a database user',
  certainty: 'likely',
  async start() {
    const served = await serveMongo({ users: [ada], compat: 'atlas' })
    return {
      uri: `mongodb://ada%40example.com:${canary}@${served.host}:${served.port}/?authSource=admin`,
      stop: () => served.stop(),
    }
  },
})
