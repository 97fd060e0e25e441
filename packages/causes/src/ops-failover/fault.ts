import { commandError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { refusing, startSet } from '../kit/server-fault.ts'

const interrupted = commandError(11_602, 'InterruptedDueToReplStateChange', 'operation was interrupted')

export const fault: Fault = defineFault({
  code: 'ops-failover',
  summary: 'a primary that steps down whenever it is asked something',
  certainty: 'certain',
  start: () =>
    startSet(
      { onCommand: refusing(['find', 'insert'], interrupted) },
      '/shop?authSource=admin&replicaSet=rs0',
    ),
})
