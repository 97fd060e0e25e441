import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-version-mismatch',
  summary: 'a server that speaks TLS 1.1 at most',
  certainty: 'certain',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: {
        ...identityOf(root.issue({ names: [labHost] })),
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT:@SECLEVEL=0',
      },
      caFile: root.certificatePem,
    })
  },
})
