import { selfSigned } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-self-signed',
  summary: 'a certificate that the server signed itself, and no CA file',
  certainty: 'certain',
  start: () => startTlsDeployment({ tls: identityOf(selfSigned({ names: [labHost] })) }),
})
