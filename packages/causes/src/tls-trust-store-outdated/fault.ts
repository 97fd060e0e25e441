import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { daysFromNow, identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-trust-store-outdated',
  summary: 'a sound server, and a client whose copy of the authority’s root has expired',
  certainty: 'certain',
  start() {
    const root = authority({ notBefore: daysFromNow(-3_650), notAfter: daysFromNow(-30) })
    const issued = root.intermediate().issue({ names: [labHost] })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
