import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { identityOf, labHost, startTlsDeployment } from '../kit/tls-fault.ts'

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED'

export const fault: Fault = defineFault({
  code: 'env-verification-off',
  // Another process has an environment of its own, and does not meet this.
  summary: 'the environment (of this process only) switches the verification of certificates off',
  certainty: 'certain',
  bearing: 'advisory',
  async start() {
    const root = authority()
    const issued = root.issue({ names: [labHost] })
    const started = await startTlsDeployment({ tls: identityOf(issued), caFile: root.certificatePem })
    const before = process.env[variable]
    process.env[variable] = '0'
    return {
      ...started,
      stop: async () => {
        if (before === undefined) delete process.env[variable]
        else process.env[variable] = before
        await started.stop()
      },
    }
  },
})
