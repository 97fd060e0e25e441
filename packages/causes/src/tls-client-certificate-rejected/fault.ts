import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-client-certificate-rejected',
  summary:
    'a client certificate from an authority that the server, which hangs up like mongod, does not know',
  certainty: 'likely',
  start() {
    const root = authority()
    const other = authority({ name: 'Another root' })
    return startTlsDeployment({
      tls: {
        ...identityOf(root.issue({ names: [labHost] })),
        requestClientCertificate: { ca: root.certificatePem, required: true, refusal: 'close' },
      },
      caFile: root.certificatePem,
      keyFile: other.issue({ commonName: 'ada', purpose: 'client' }).combinedPem,
    })
  },
})
