import { commandError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { refusing, startServer } from '../kit/server-fault.ts'

const noKeys = commandError(
  211,
  'KeyNotFound',
  'Cache Reader No keys found for HMAC that is valid for time: { ts: Timestamp(1624503733, 20) } with id: 0',
)

export const fault: Fault = defineFault({
  code: 'auth-cluster-keys',
  summary: 'a mongos without the keys for the present time',
  certainty: 'certain',
  start: () => startServer({ role: 'mongos', onCommand: refusing(['ping', 'find', 'insert'], noKeys) }),
})
