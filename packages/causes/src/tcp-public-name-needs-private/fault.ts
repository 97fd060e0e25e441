import { serveDns, serveMongo, silentPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada } from '../kit/server-fault.ts'

const member = 'cluster0-shard-00-00.lab00.mongodb.net'
const inner = 'cluster0-shard-00-00-pri.lab00.mongodb.net'

// The names are Atlas's, the resolver is the lab's: nothing is asked of Atlas.
export const fault: Fault = defineFault({
  code: 'tcp-public-name-needs-private',
  summary: 'a member of Atlas that is silent at its public address, and takes connections at its private one',
  certainty: 'likely',
  async start() {
    const outside = await silentPort({ host: '127.0.0.11' })
    const inside = await serveMongo({ users: [ada], host: '127.0.0.12', port: outside.port })
    const dns = await serveDns({ zone: { [member]: { A: [outside.host] }, [inner]: { A: [inside.host] } } })
    return {
      uri: `mongodb://ada:${canary}@${member}:${outside.port}/?tls=true`,
      options: { resolvers: [dns.address] },
      endpoints: [`${member}:${outside.port}`],
      stop: async () => {
        await Promise.all([dns.stop(), outside.stop(), inside.stop()])
      },
    }
  },
})
