import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-no-common-cipher',
  summary: 'a server whose only cipher suite is one that Node does not offer unless told (Camellia)',
  certainty: 'certain',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: {
        ...identityOf(root.issue({ names: [labHost] })),
        maxVersion: 'TLSv1.2',
        ciphers: 'ECDHE-ECDSA-CAMELLIA256-SHA384:@SECLEVEL=0',
      },
      caFile: root.certificatePem,
    })
  },
})
