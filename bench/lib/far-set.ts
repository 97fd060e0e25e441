// A healthy set of three with TLS and SCRAM, behind relays that delay both directions, in a process of its own: what is
// measured must not share a thread with it. Argument: the delay in each direction in milliseconds. Prints its
// connection string.
import { authority, relayTo, serveReplicaSet, serveTcp, temporaryFile } from '@mongowhy/fault-kit'
import type { Behaviour } from '@mongowhy/fault-kit'

const password = 'bench'
const delayMs = Number(process.argv[2] ?? '20')

const root = authority()
const issued = root.issue({ addresses: ['127.0.0.1'], commonName: 'lab' })
const ways: (Behaviour | null)[] = [null, null, null]
// The set names its members by the relays, so that these are up before it.
const relays = await Promise.all(ways.map((_, index) => serveTcp((socket) => ways[index]?.(socket))))
const set = await serveReplicaSet({
  users: [{ name: 'ada', password }],
  tls: { issued },
  members: relays.map(({ port }) => ({ advertise: `127.0.0.1:${port}` })),
})
for (const [index, member] of set.members.entries()) ways[index] = relayTo(member, { delayMs })
const ca = await temporaryFile('ca.pem', root.certificatePem)
const hosts = relays.map(({ port }) => `127.0.0.1:${port}`).join(',')
process.once('SIGTERM', () => void ca.remove().finally(() => process.exit()))
console.log(
  `mongodb://ada:${password}@${hosts}/?replicaSet=rs0&tls=true&tlsCAFile=${encodeURIComponent(ca.path)}`,
)
