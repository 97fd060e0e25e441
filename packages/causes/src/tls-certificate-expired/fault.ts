import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { daysFromNow, identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-certificate-expired',
  summary: 'a server certificate that expired yesterday, from an authority that the client knows',
  certainty: 'certain',
  start() {
    const root = authority({ notBefore: daysFromNow(-400) })
    const issued = root.issue({ names: [labHost], notBefore: daysFromNow(-91), notAfter: daysFromNow(-1) })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
