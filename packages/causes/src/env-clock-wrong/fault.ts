import { authority, serveReplicaSet, temporaryFile } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'
import { daysFromNow } from '../kit/tls-fault.ts'

export const fault: Fault = defineFault({
  code: 'env-clock-wrong',
  summary:
    'A set that lives three days from now, as this machine’s clock sees it, with a certificate of its yesterday.',
  certainty: 'likely',
  start: async () => {
    const root = authority()
    const issued = root.issue({
      names: ['db.lab.test'],
      addresses: ['127.0.0.1'],
      notBefore: daysFromNow(2),
      notAfter: daysFromNow(90),
    })
    const ca = await temporaryFile('ca.pem', root.certificatePem)
    const set = await serveReplicaSet({
      users: [ada],
      tls: { issued },
      onHello: (reply) => ({ ...reply, localTime: daysFromNow(3) }),
    })
    return {
      uri: `mongodb://ada:${canary}@${set.host}:${set.port}/?authSource=admin&replicaSet=rs0&tls=true&tlsCAFile=${encodeURIComponent(ca.path)}`,
      stop: async () => {
        await Promise.all([set.stop(), ca.remove()])
      },
    }
  },
})
