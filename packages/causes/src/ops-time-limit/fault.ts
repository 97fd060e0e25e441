import { commandError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { refusing, startServer } from '../kit/server-fault.ts'

const expired = commandError(50, 'MaxTimeMSExpired', 'operation exceeded time limit')

export const fault: Fault = defineFault({
  code: 'ops-time-limit',
  summary: 'a cluster whose default time limit is over before a read is done',
  certainty: 'certain',
  start: () => startServer({ onCommand: refusing(['find'], expired) }, '/shop?authSource=admin'),
})
