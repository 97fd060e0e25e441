import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-hostname-mismatch',
  summary: 'a sound certificate for another name than the connection string’s',
  certainty: 'certain',
  start() {
    const root = authority()
    const issued = root.issue({ names: ['db.internal.lab.test', '*.other.test'] })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
