import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'
import { serveMongo } from '@mongowhy/fault-kit'

export const fault: Fault = defineFault({
  code: 'auth-not-provided',
  summary: 'a server that wants a login, and a connection string without one',
  certainty: 'certain',
  async start() {
    const served = await serveMongo({ users: [ada] })
    return { uri: served.uri, stop: () => served.stop() }
  },
})
