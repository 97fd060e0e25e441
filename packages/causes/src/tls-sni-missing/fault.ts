import { authority, relayTo, sendAlert, serveTcp } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-sni-missing',
  summary:
    'an address in the connection string, and a server that refuses a TLS hello without a name (alert 80)',
  certainty: 'certain',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: identityOf(root.issue({ names: ['db.lab.test'], addresses: ['127.0.0.1'] })),
      caFile: root.certificatePem,
      host: '127.0.0.1',
      before: (server) =>
        serveTcp(
          sendAlert({
            alert: 80,
            when: ({ servername }) => servername === null,
            otherwise: relayTo(server),
          }),
        ),
    })
  },
})
