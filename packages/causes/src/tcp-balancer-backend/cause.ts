import {
  absent,
  cite,
  defineCause,
  endpointParts,
  firstSeen,
  hostKind,
  listed,
  says,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Evidence, Inference } from '@mongowhy/core'

import { citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'

interface Facts {
  readonly host: string
  readonly port: number | null
  readonly dead: readonly string[]
  readonly alive: readonly string[]
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-balancer-backend',
  title: 'One of several machines behind a name does not answer',
  scope: 'endpoint',
  infer(evidence, at) {
    if (at === null) return unknown()
    const { host, port } = endpointParts(at)
    if (hostKind(host) !== 'name') return unknown()
    const { looks } = reachOf(evidence, at)
    for (const family of ['ipv4', 'ipv6'] as const) {
      const found = judge(
        evidence,
        host,
        port,
        looks.filter(({ saw }) => saw.family === family),
      )
      if (found !== null) return found
    }
    const several = looks.filter(({ saw }) => saw.outcome.is === 'open')
    return several.length > 1 ? absent(...several.slice(0, 3).map(citeTcp)) : unknown()
  },
  advise: ({ host, port, dead, alive }) => ({
    title: together(
      says`Of the addresses of ${host},`,
      listed(dead.slice(0, 4)),
      dead.length === 1 ? says`does not take connections` : says`do not take connections`,
    ),
    explanation: together(
      says`The name has several addresses, and the others (`,
      listed(alive.slice(0, 4)),
      says`) accept connections on port ${port ?? ''}. A client takes one of them, in an order that changes; it fails, or waits, whenever it is the dead one. That shows as a connection that fails every n-th time.`,
    ),
    steps: [
      says`Is a server, or the balancer's own node, running at that address? Start it, or take its address out of the record until it does.`,
      says`In Kubernetes: kubectl get endpoints lists what a service leads to; a readiness probe takes a pod out that does not answer.`,
      says`A name with several addresses is not a replica set: each member should have a name of its own in the connection string.`,
    ],
  }),
})

/** Addresses of one family: that the other family does not answer is another cause's to tell. */
function judge(
  evidence: Evidence,
  host: string,
  port: number | null,
  looks: readonly TcpLook[],
): Inference<Facts> | null {
  const alive = looks.filter(({ saw }) => saw.outcome.is === 'open')
  const dead = looks.filter(({ saw }) => saw.outcome.is === 'refused' || saw.outcome.is === 'silent')
  const [first, ...rest] = dead
  if (first === undefined || alive.length === 0) return null
  const driver = firstSeen(evidence, 'driver.connect')
  const failed = driver !== undefined && driver.saw.outcome.is === 'failed'
  return {
    is: 'present',
    certainty: 'certain',
    // Clients that go on to the next address get through.
    bearing: failed && driverMet(driver.saw.outcome, looks) ? 'fault' : 'advisory',
    facts: {
      host,
      port,
      dead: dead.map(({ saw }) => saw.address),
      alive: alive.map(({ saw }) => saw.address),
    },
    because: [
      citeTcp(first),
      ...rest.slice(0, 3).map(citeTcp),
      ...alive.slice(0, 3).map(citeTcp),
      ...(failed ? [cite(driver, says`the official driver did not get through`)] : []),
    ],
  }
}

/** The driver failed over the connection itself, and over nothing that came later. */
function driverMet(
  outcome: { readonly is: string; readonly error?: { readonly systemCode: string | null } },
  looks: readonly TcpLook[],
): boolean {
  const code = outcome.error?.systemCode ?? null
  const refused = looks.some(({ saw }) => saw.outcome.is === 'refused')
  return code === (refused ? 'ECONNREFUSED' : 'ETIMEDOUT')
}
