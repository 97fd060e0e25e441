import { atlasError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { refusing, startServer, writeCheck } from '../kit/server-fault.ts'

const full = atlasError(
  'you are over your space quota, using 513 MB of 512 MB. Writes are blocked on your cluster. Free up storage by deleting unnecessary data or add storage by updating cluster tier.',
)

export const fault: Fault = defineFault({
  code: 'ops-quota',
  summary: 'an Atlas cluster that is full: reads work, writes are refused',
  certainty: 'certain',
  start: () =>
    startServer(
      { compat: 'atlas', onCommand: refusing(['insert', 'update', 'findAndModify', 'create'], full) },
      '/shop?authSource=admin',
      { writeCheck },
    ),
})
