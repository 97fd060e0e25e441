import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'auth-ldap',
  summary: 'a server that asks a directory (PLAIN), and a password that the directory does not take',
  certainty: 'likely',
  async start() {
    const served = await serveMongo({
      users: [{ name: 'ada', password: 'another one', mechanisms: ['PLAIN'] }],
    })
    return {
      uri: `mongodb://ada:${canary}@${served.host}:${served.port}/?authMechanism=PLAIN&authSource=%24external`,
      stop: () => served.stop(),
    }
  },
})
