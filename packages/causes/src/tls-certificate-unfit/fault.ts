import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-certificate-unfit',
  summary: 'a server that shows a certificate made for clients',
  certainty: 'certain',
  start() {
    const root = authority()
    const issued = root.issue({ names: [labHost], purpose: 'client' })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
