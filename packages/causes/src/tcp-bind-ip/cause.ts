import {
  absent,
  cite,
  defineCause,
  endpointParts,
  firstSeen,
  isLoopback,
  says,
  unknown,
} from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, SeenLook } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { bearingAt, citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'
import { aside, metAside } from '../kit/trial.ts'

interface Facts {
  readonly address: string
  readonly port: number
  readonly listens: string
  readonly mongodb: boolean
}

const experiment = 'own-address'

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-bind-ip',
  title: 'The server on this machine does not listen at this address',
  scope: 'endpoint',
  refines: ['tcp-refused', 'tcp-container-loopback'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const { open, refused, looks } = reachOf(evidence, at)
    const [works] = open
    if (works !== undefined) return absent(citeTcp(works))
    const { port } = endpointParts(at)
    const closed = refused.find(({ saw }) => isOwn(evidence, saw.address))
    // Only a server on this very machine can be met at another of its addresses.
    if (closed === undefined || port === null) return unknown()
    const seen = looks.map(({ saw }) => saw.address)
    const others = ['127.0.0.1', '::1'].filter((address) => !seen.includes(address))
    const tried = others.map((address) => ({ address, met: connected(evidence, at, address) }))
    const missing = tried.filter(({ met }) => met === undefined)
    if (missing.length > 0) {
      return unknown(...missing.map(({ address }) => aside(experiment, 'tcp.connect', at, { address })))
    }
    const listening = tried.flatMap(({ met }) => (met?.saw.outcome.is === 'open' ? [met] : []))[0]
    if (listening === undefined) {
      const met = tried.flatMap((each) =>
        each.met === null || each.met === undefined ? [] : [citeTcp(each.met)],
      )
      return met.length > 0 ? absent(...met) : unknown()
    }
    const { address } = listening.saw
    const transport = effective(evidence)?.tls === true ? 'tls' : 'plain'
    const hello = greeted(evidence, at, address)
    if (hello === undefined) return unknown(aside(experiment, 'wire.hello', at, { address, transport }))
    const answers = hello !== null && (hello.saw.outcome.is === 'reply' || hello.saw.outcome.is === 'error')
    return {
      is: 'present',
      certainty: answers ? 'certain' : 'likely',
      bearing: bearingAt(evidence, at),
      facts: { address: closed.saw.address, port, listens: address, mongodb: answers },
      because: [
        citeTcp(closed),
        citeTcp(listening),
        ...(hello !== null && answers ? [cite(hello, says`a MongoDB answers there`)] : []),
      ],
    }
  },
  advise: ({ address, port, listens, mongodb }) => ({
    title: says`The server listens at ${listens}, port ${port}, and not at ${address}`,
    explanation: says`${address} is an address of this machine, and its port ${port} is closed. At ${listens}, which is the same machine, ${mongodb ? 'a MongoDB answers' : 'something listens'} on that port. mongod listens only at the addresses of net.bindIp, and that is localhost alone unless it was changed. Other machines meet the closed port too.`,
    steps: [
      says`From this machine alone: connect to ${listens.includes(':') ? `[${listens}]` : listens}:${port} instead.`,
      says`From other machines: first make users and switch authentication on (security.authorization: enabled), then add ${address} to net.bindIp in mongod.conf, and restart mongod. Without a login the whole network could read and write.`,
      says`See what it listens at: ss -ltnp | grep ${port}.`,
      says`In a container: mongod there must listen at 0.0.0.0 (--bind_ip_all), or a published port leads to a closed one.`,
    ],
  }),
})

/** Every address of the loopback network is this machine's own. */
function isOwn(evidence: Evidence, address: string): boolean {
  const own = firstSeen(evidence, 'env.host')?.saw.interfaces ?? []
  return isLoopback(address) || own.some((each) => each.address === address)
}

function connected(evidence: Evidence, at: Endpoint, address: string): TcpLook | null | undefined {
  return metAside(evidence, experiment, 'tcp.connect', at, (vary) => vary.address === address)
}

function greeted(
  evidence: Evidence,
  at: Endpoint,
  address: string,
): SeenLook<'wire.hello'> | null | undefined {
  return metAside(evidence, experiment, 'wire.hello', at, (vary) => vary.address === address)
}
