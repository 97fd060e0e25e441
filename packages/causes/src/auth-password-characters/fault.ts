import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-password-characters',
  summary: 'a password with an emoji in it, and SCRAM-SHA-256',
  certainty: 'certain',
  async start() {
    const password = `${canary}\u{1f511}`
    const served = await serveMongo({ users: [{ ...ada, password }] })
    return {
      uri: `mongodb://ada:${encodeURIComponent(password)}@${served.host}:${served.port}/?authSource=admin`,
      stop: () => served.stop(),
    }
  },
})
