import { absent, defineCause, endpointParts, isLoopback, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import { citeRounds, roundsAt } from '../kit/rounds.ts'

interface Facts {
  readonly host: string
  readonly port: number | null
  readonly addresses: readonly string[]
  readonly local: boolean
  /** It took a connection at first, and none since. */
  readonly since: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-refused',
  title: 'The port is closed',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const { open, refused } = reachOf(evidence, at)
    const [first, ...rest] = refused.filter(({ saw }) => saw.family !== 'unix')
    const [works] = open
    const since = closedSince(evidence, at)
    if (works !== undefined) return since ?? absent(citeTcp(works))
    if (first === undefined) return unknown()
    const { host, port } = endpointParts(at)
    const addresses = [first, ...rest].map(({ saw }) => saw.address)
    return {
      is: 'present',
      certainty: 'certain',
      bearing: bearingAt(evidence, at),
      facts: { host, port, addresses, local: addresses.every(isLoopback), since: false },
      because: [citeTcp(first), ...rest.map(citeTcp)],
    }
  },
  advise: ({ host, port, addresses, local, since }) => ({
    title: since
      ? says`${host}, port ${port ?? ''}, took a connection at first and refuses every one since`
      : says`Nothing listens on ${host}, port ${port ?? ''}`,
    explanation: since
      ? says`The server at ${addresses.join(', ')} answered our first message, and refused the connections that followed. So the way to it is open: it stopped or was restarted in between, as a server does that crashes and is started over and over, or something before it lets few connections in at a time and refuses the rest.`
      : says`The machine at ${addresses.join(', ')} is up and refused the connection at once: its port ${port ?? ''} is closed. So the network works; the server is not running, listens on another port or address, or something on the way refuses in its place.`,
    steps: local
      ? [
          says`Is the server running? systemctl status mongod, docker ps, or ps aux | grep mongo; start it, and read the end of its log if it stops again.`,
          says`Which port does it listen on? ss -ltnp | grep mongo. Compare with ${port ?? ''}.`,
          says`If it runs in a container, publish its port: docker run -p 127.0.0.1:${port ?? 27017}:27017. If this program runs in a container, ${host} means that container.`,
        ]
      : [
          says`On ${host}: is mongod running (systemctl status mongod), and on which port and address does it listen (ss -ltnp | grep mongo)?`,
          says`If it listens on 127.0.0.1 only, add the address that clients use to net.bindIp in mongod.conf, switch authentication on first, and restart it.`,
          says`Check host and port against what whoever runs the server gave you; mongod's default port is 27017, and mongos and balancers often use another.`,
        ],
    ...(since
      ? {
          confirm: says`Run "mongowhy diagnose --repeat 20": a server that comes and goes answers in stretches; what lets few in refuses in every stretch.`,
        }
      : {}),
    ...(local
      ? {}
      : {
          operator: [
            says`\`systemctl status mongod\` on ${host}, and the end of mongod's log: whether it runs, and why it ended.`,
            says`\`net.port\` and \`net.bindIp\` in mongod.conf, and \`ss -ltnp\`: that it listens on port ${port ?? 27017}, at an address that is reached from outside.`,
            says`What stands before the server (balancer, port mapping of a container, a firewall that rejects): its listener and its targets.`,
          ],
        }),
  }),
})

// Fewer may be the moment of a restart that ends well.
const leastRefused = 4

/** What a repetition shows of a port that took our first connection: refused, each time. */
function closedSince(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const rounds = roundsAt(evidence, at).find(
    ({ failed, passed, how }) =>
      passed.length === 0 && failed.length >= leastRefused && how?.step === 'tcp' && how.how === 'refused',
  )
  const [first] = rounds === undefined ? [] : citeRounds(rounds)
  const opened = reachOf(evidence, at).open.find(({ saw }) => saw.address === rounds?.address)
  if (rounds === undefined || first === undefined || opened === undefined) return null
  const { host, port } = endpointParts(at)
  const { address } = rounds
  return {
    is: 'present',
    // A limit that refuses what is beyond it looks the same to a single client.
    certainty: 'likely',
    bearing: bearingAt(evidence, at),
    facts: { host, port, addresses: [address], local: isLoopback(address), since: true },
    because: [citeTcp(opened), first],
  }
}
