import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { daysFromNow, identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-certificate-not-yet-valid',
  summary: 'a server certificate that is valid from tomorrow on, from an authority that the client knows',
  certainty: 'certain',
  start() {
    const root = authority()
    const issued = root.issue({ names: [labHost], notBefore: daysFromNow(1), notAfter: daysFromNow(91) })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
