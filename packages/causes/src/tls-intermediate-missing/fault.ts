import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-intermediate-missing',
  summary: 'a server that sends its own certificate and leaves out the intermediate that issued it',
  certainty: 'likely',
  start() {
    const root = authority()
    const issued = root
      .intermediate()
      .issue({ names: [labHost], caIssuersUrl: 'http://ca.lab.test/intermediate.crt' })
    return startTlsDeployment({ tls: { issued, chain: issued.certificatePem }, caFile: root.certificatePem })
  },
})
