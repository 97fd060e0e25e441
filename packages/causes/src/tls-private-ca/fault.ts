import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-private-ca',
  summary: 'a whole chain up to a root of the company’s own, and no CA file',
  certainty: 'likely',
  start() {
    const root = authority({ name: 'Lab company root' })
    const issued = root.intermediate().issue({ names: [labHost] })
    return startTlsDeployment({ tls: { issued, chain: issued.chainPem + root.certificatePem } })
  },
})
