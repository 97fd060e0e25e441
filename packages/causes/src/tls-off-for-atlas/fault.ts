import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startTlsDeployment } from '../kit/tls-fault.ts'

const host = 'cluster0-shard-00-00.ab1cd.mongodb.net'

export const fault: Fault = defineFault({
  code: 'tls-off-for-atlas',
  summary: 'a host of Atlas in a mongodb:// string without tls=true',
  certainty: 'certain',
  start: () =>
    startTlsDeployment({ tls: { issued: authority().issue({ names: [host] }) }, asksForTls: false, host }),
})
