import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-sni-unknown',
  summary: 'a server that refuses every name but its own (alert 112), under another one',
  certainty: 'likely',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: {
        issued: root.issue({ names: ['other.lab.test'] }),
        requireServername: { names: ['other.lab.test'] },
      },
      caFile: root.certificatePem,
    })
  },
})
