import { authority, relayTo, sendAlert, serveTcp } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-peer-fault',
  summary: 'a server whose TLS does not cope with a hello that offers 1.3 beside 1.2 (alert 80)',
  certainty: 'certain',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: identityOf(root.issue({ names: [labHost] })),
      caFile: root.certificatePem,
      before: (server) =>
        serveTcp(
          sendAlert({
            alert: 80,
            when: ({ versions }) => versions.includes('TLSv1.3'),
            otherwise: relayTo(server),
          }),
        ),
    })
  },
})
