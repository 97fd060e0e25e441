import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-ca-file-wrong',
  summary: 'the right authority’s certificate in DER, where the driver reads PEM only',
  certainty: 'certain',
  start() {
    const root = authority()
    const der = Buffer.from(root.certificatePem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
    return startTlsDeployment({ tls: identityOf(root.issue({ names: [labHost] })), caFile: der })
  },
})
