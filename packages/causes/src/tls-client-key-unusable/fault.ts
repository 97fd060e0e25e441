import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-client-key-unusable',
  summary: 'a client file whose key does not belong to its certificate',
  certainty: 'certain',
  start() {
    const root = authority()
    const ada = root.issue({ commonName: 'ada', purpose: 'client' })
    const someone = root.issue({ commonName: 'someone', purpose: 'client' })
    return startTlsDeployment({
      tls: identityOf(root.issue({ names: [labHost] })),
      caFile: root.certificatePem,
      keyFile: someone.keyPem + ada.certificatePem,
    })
  },
})
