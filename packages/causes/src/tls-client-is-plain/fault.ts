import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-client-is-plain',
  summary: 'a server that requires TLS, and a connection string that does not ask for it',
  certainty: 'certain',
  start: () =>
    startTlsDeployment({
      tls: identityOf(authority().issue({ names: [labHost] })),
      asksForTls: false,
    }),
})
