import { serveDns } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: 'uri-plain-scheme-on-srv-name',
  summary: 'mongodb:// stands before a name that has only SRV records.',
  certainty: 'certain',
  start: async () => {
    const members = ['a', 'b', 'c'].map((name) => `${name}.cluster.lab.test`)
    const dns = await serveDns({
      zone: {
        'cluster.lab.test': { TXT: ['authSource=admin&replicaSet=rs0'] },
        '_mongodb._tcp.cluster.lab.test': { SRV: members.map((target) => ({ target, port: 27017 })) },
        ...Object.fromEntries(members.map((name) => [name, { A: ['127.0.0.1'] }])),
      },
    })
    return {
      uri: `mongodb://ada:${canary}@cluster.lab.test:27017/app?authSource=admin`,
      options: { resolvers: [dns.address] },
      stop: () => dns.stop(),
    }
  },
})
