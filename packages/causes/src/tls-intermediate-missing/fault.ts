import { X509Certificate } from 'node:crypto'

import { authority, serveHttp } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost, startTlsDeployment } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'tls-intermediate-missing',
  summary: 'a server that sends its own certificate and leaves out the intermediate that issued it',
  certainty: 'certain',
  async start() {
    const root = authority()
    const between = root.intermediate()
    const der = new X509Certificate(between.certificatePem).raw
    const web = await serveHttp({ answer: (path) => (path === '/intermediate.crt' ? der : null) })
    const issued = between.issue({
      names: [labHost],
      caIssuersUrl: `http://127.0.0.1:${web.port}/intermediate.crt`,
    })
    const deployment = await startTlsDeployment({
      tls: { issued, chain: issued.certificatePem },
      caFile: root.certificatePem,
    })
    return {
      ...deployment,
      stop: async () => {
        await Promise.all([deployment.stop(), web.stop()])
      },
    }
  },
})
