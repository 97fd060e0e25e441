import { authority } from '@mongowhy/fault-kit'

import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { labHost, startTlsDeployment } from '../kit/tls-fault.ts'

const outer = 'mongo.lab.test'
const inner = 'mongo-0.lab.invalid:27017'

export const fault: Fault = defineFault({
  code: 'topology-split-horizon',
  summary: 'a set with horizons, dialled by an alias for which it has none',
  certainty: 'certain',
  start() {
    const root = authority()
    return startTlsDeployment({
      tls: { issued: root.issue({ names: [labHost, outer] }) },
      caFile: root.certificatePem,
      server: {
        setName: 'rs0',
        onHello: (reply, { servername }) => {
          const me = servername === outer ? `${outer}:27017` : inner
          return { ...reply, me, hosts: [me], primary: me }
        },
      },
    })
  },
})
