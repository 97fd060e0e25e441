import { atlasError } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { refusing, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'authz-tier-command',
  summary: 'an Atlas tier that does not pass the command on',
  certainty: 'certain',
  start: () =>
    startServer({ compat: 'atlas', onCommand: refusing(['find'], atlasError('CMD_NOT_ALLOWED: find')) }),
})
