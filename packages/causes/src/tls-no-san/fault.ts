import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-no-san',
  summary: 'a certificate that names its host in the common name alone; Node.js connects, Go would not',
  certainty: 'certain',
  bearing: 'advisory',
  start() {
    const root = authority()
    const issued = root.issue({ commonName: labHost, noAltNames: true })
    return startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
  },
})
