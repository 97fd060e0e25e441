import { absent, cite, defineCause, endpointParts, firstSeen, hostKind, says, unknown } from '@mongowhy/core'
import type { Cause, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'
import { roundsAt } from '../kit/rounds.ts'
import { behindAt } from './rounds.ts'
import { advise } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-balancer-backend',
  title: 'One of several machines behind a name or an address fails',
  scope: 'endpoint',
  // What a single connection met of the faulty machine is no verdict on the others.
  explains: [
    'tcp-refused',
    'tcp-filtered',
    'tcp-bind-ip',
    'tcp-container-loopback',
    'tcp-reset-by-middlebox',
    'tcp-mtu-black-hole',
    'tls-refused-before-certificate',
    'tls-peer-fault',
    'tls-silent',
    'tls-server-is-plain',
    'wire-hello-silent',
  ],
  infer(evidence, at) {
    if (at === null) return unknown()
    const behind = behindOne(evidence, at)
    if (behind !== null) return behind
    const { host, port } = endpointParts(at)
    if (hostKind(host) !== 'name') return steady(evidence, at)
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
    return several.length > 1 ? absent(...several.slice(0, 3).map(citeTcp)) : steady(evidence, at)
  },
  advise,
})

function behindOne(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const behind = behindAt(evidence, at)
  if (behind === null) return null
  const { rounds, certainty, servers, otherCertificate, because } = behind
  const how = rounds.failed[0]?.saw.failed
  return {
    is: 'present',
    certainty,
    bearing: 'fault',
    facts: {
      is: 'behind-one',
      endpoint: at,
      tries: rounds.walks.length,
      failed: rounds.failed.length,
      every: rounds.every,
      servers,
      otherCertificate,
      how: how === null || how === undefined ? '' : `${how.step}: ${how.how}`,
      sure: certainty === 'certain',
    },
    because,
  }
}

// Of two machines, one is met ten times in a row one time in a thousand.
const leastRounds = 10

/** Where every one of many connections went through, there is nothing behind the address that fails. */
function steady(evidence: Evidence, at: Endpoint): Inference<Facts> {
  const rounds = roundsAt(evidence, at)
  const [first] = rounds
  const [look] = first?.walks ?? []
  if (first === undefined || look === undefined) return unknown()
  const good = rounds.every(({ failed, walks }) => failed.length === 0 && walks.length >= leastRounds)
  return good
    ? absent(cite(look, says`each of ${first.walks.length} connections to ${at} went through`))
    : unknown()
}

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
      is: 'addresses',
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
