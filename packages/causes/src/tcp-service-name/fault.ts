import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'tcp-service-name',
  summary: 'the name of a Kubernetes service, outside of the cluster',
  certainty: 'certain',
  unavailable: () =>
    process.env['KUBERNETES_SERVICE_HOST'] === undefined
      ? null
      : 'inside of a cluster the name is in its place',
  async start() {
    const dns = await serveDns({ zone: {} })
    return {
      uri: `mongodb://ada:${canary}@mongo.prod.svc.cluster.local:27017/`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
