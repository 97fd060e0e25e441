// Healthy MongoDBs behind TLS at many loopback addresses and ports, in a process of their own: what is measured must not
// share a thread with them. Arguments: how many ports, the delay in each direction in milliseconds, and a file for the
// authority's certificate. Prints the ports, comma by comma.
import { writeFileSync } from 'node:fs'

import { authority, relay, serveMongo } from '@mongowhy/fault-kit'

import { fleetHosts } from './fleet-hosts.ts'

const [ports = '1', delay = '0', caFile = ''] = process.argv.slice(2)

const ca = authority()
const identity = ca.issue({ names: ['localhost'], addresses: [...fleetHosts] })
writeFileSync(caFile, ca.certificatePem)

const open = await Promise.all(
  Array.from({ length: Number(ports) }, async () => {
    const { port } = await serveMongo({ host: '0.0.0.0', tls: { issued: identity } })
    if (delay === '0') return port
    return (await relay({ to: { host: '127.0.0.1', port }, host: '0.0.0.0', delayMs: Number(delay) })).port
  }),
)
console.log(open.join(','))
