import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-revocation',
  summary:
    'a certificate that demands a stapled OCSP answer, and a server that has none; Node.js does not look',
  certainty: 'certain',
  bearing: 'advisory',
  start() {
    const root = authority()
    const issued = root.issue({ names: [labHost], mustStaple: true })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
