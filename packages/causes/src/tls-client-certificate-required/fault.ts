import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-client-certificate-required',
  summary: 'a server that, like mongod, hangs up on clients without a certificate, and no key file',
  certainty: 'likely',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: {
        ...identityOf(root.issue({ names: [labHost] })),
        requestClientCertificate: { ca: root.certificatePem, required: true, refusal: 'close' },
      },
      caFile: root.certificatePem,
    })
  },
})
