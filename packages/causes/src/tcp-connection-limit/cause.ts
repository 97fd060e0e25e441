import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Citations, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { endedIt, mute, unprompted } from '../kit/closing.ts'
import { ask } from '../kit/evidence.ts'
import { bearingAt, citeTcp, hostOf } from '../kit/reach.ts'
import { citeRounds, crowdAt, roundsAt, serversMet, takesTurns, unsteadyAt } from '../kit/rounds.ts'
import { isAtlasHost, notYetAsked } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly atlas: boolean
  readonly reset: boolean
  /** Some connections are let through. */
  readonly atTimes: boolean
  /** Alone each connection went through, and at the same time not all did. */
  readonly inCrowd: boolean
}

export const cause: Cause = defineCause<Facts>({
  code: 'tcp-connection-limit',
  title: 'Connections are taken and ended at once',
  scope: 'endpoint',
  refines: ['tls-refused-before-certificate', 'tcp-reset-by-middlebox'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const byTurns = endedAtTimes(evidence, at)
    if (byTurns !== null) return byTurns
    const crowded = inCrowd(evidence, at)
    if (crowded !== null) return crowded
    const look = mute(evidence, at)
    if (look === undefined) return unknown()
    const { address, outcome } = look.saw
    if (outcome.is === 'reset') return present(evidence, at, true, citeTcp(look))
    // A connection over which nothing is said is the last to be made: it keeps a server that takes one at a time.
    const open = notYetAsked(evidence, ask('tls.handshake', at, { address }))
    if (open.length > 0) return unknown(...open)
    const heard = unprompted(evidence, at, address)
    if (heard === undefined) return unknown(ask('wire.banner', at, { address }))
    if (heard === null) return unknown()
    // Whoever waits for our first bytes and then hangs up has judged them: a port that speaks TLS, say.
    if (!endedIt(heard.saw))
      return absent(cite(heard, says`as long as we said nothing, ${at} kept the connection`))
    const ended = says`${at} ended the connection by itself after ${Math.round(heard.saw.afterMs)} ms, before a word was said`
    return present(evidence, at, heard.saw.outcome.is === 'reset', cite(heard, ended), citeTcp(look))
  },
  advise: ({ endpoint, atlas, reset, atTimes, inCrowd: crowded }) => ({
    title: crowded
      ? says`${endpoint} takes one connection after the other, and not several at the same time: it has as many as it may`
      : atTimes
        ? says`${endpoint} takes connections and ends some of them at once: it has as many as it may at times, or one of several machines behind it fails`
        : says`${endpoint} takes connections and ends them at once: it has as many as it may, or nothing stands behind it`,
    explanation: crowded
      ? says`Every connection that was made alone went the whole way; of several at the same time some were refused or ended. A driver keeps two to each server at the least, so it gets nowhere. A server near its limit of connections does so, and so does a firewall or a balancer that lets each client have a few.`
      : says`The connection was opened, and ${reset ? 'reset' : 'closed'} from the other side before ${atTimes ? 'it gave an answer, in some of several tries; what we say was the same each time and' : 'anything was said over it; so what we say'} cannot be the reason. A server that has reached its limit of connections does so. What only passes connections on does it too when it has nobody to pass them to: Docker's proxy of a published port in whose container nothing listens, a balancer without a healthy server, a tunnel whose far end refuses.`,
    steps: [
      says`Does something pass it on? Docker: docker compose logs, and is the port inside the right one, and does mongod listen at 0.0.0.0 in there? A balancer: are its servers healthy? A tunnel: its own log says what the far end did.`,
      atlas
        ? says`In Atlas: Metrics, Connections. At the limit of the tier (M0: 500) close programs that open a client for each request, or take a larger tier.`
        : says`On the server: db.serverStatus().connections; available near 0 is the limit (net.maxIncomingConnections, or ulimit -n). Its log says "connection refused because there are too many open connections".`,
      says`In programs: one MongoClient for the process, reused, with a bound (maxPoolSize); serverless functions keep it outside of the handler.`,
    ],
    operator: atlas
      ? [
          says`Clusters, Metrics, Connections: against the limit of the tier, at that time.`,
          says`Clusters, the list of client applications (appName) with most connections.`,
        ]
      : [
          says`\`db.serverStatus().connections\`: current, available and rejected.`,
          says`\`net.maxIncomingConnections\` in mongod.conf, and \`LimitNOFILE\` of the service (\`ulimit -n\`).`,
          says`What passes connections on (balancer, published port, tunnel): whether a healthy server stands behind it.`,
        ],
    confirm: says`Stop one program that uses the deployment, and try again: if it connects now, it was the limit.`,
  }),
})

const leastEnded = 2

/** What connections at the same time show, where each went through alone. */
function inCrowd(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const crowd = crowdAt(evidence, at)
  const [failed] = crowd?.failed ?? []
  const [alone] = roundsAt(evidence, at).flatMap(({ passed }) => passed)
  if (crowd === null || failed === undefined || alone === undefined || crowd.failed.length < leastEnded)
    return null
  const { walks } = crowd
  const tries = roundsAt(evidence, at).reduce((sum, rounds) => sum + rounds.walks.length, 0)
  return {
    is: 'present',
    certainty: 'likely',
    bearing: bearingAt(evidence, at),
    facts: {
      endpoint: at,
      atlas: isAtlasHost(hostOf(at)),
      reset: failed.saw.failed?.how === 'reset',
      atTimes: false,
      inCrowd: true,
    },
    because: [
      cite(alone, says`each of ${tries} connections went the whole way, one after the other`),
      cite(
        failed,
        says`of ${walks.length} that were made several at a time, ${crowd.failed.length} did not (${failed.saw.failed?.step ?? ''}: ${failed.saw.failed?.how ?? ''})`,
      ),
    ],
  }
}

const ends: readonly string[] = ['closed', 'reset']

/** What a repetition shows: connections that are ended now and then, in no order that a balancer would deal them in. */
function endedAtTimes(evidence: Evidence, at: Endpoint): Inference<Facts> | null {
  const rounds = unsteadyAt(evidence, at).find(({ how }) => how !== null && ends.includes(how.how))
  const [first, ...rest] = rounds === undefined ? [] : citeRounds(rounds)
  if (rounds === undefined || first === undefined) return null
  if (rounds.every !== null && takesTurns(serversMet(rounds))) return absent(first, ...rest)
  return present(evidence, at, rounds.how?.how === 'reset', first, ...rest)
}

function present(evidence: Evidence, at: Endpoint, reset: boolean, ...because: Citations): Inference<Facts> {
  return {
    is: 'present',
    certainty: 'possible',
    bearing: bearingAt(evidence, at),
    facts: {
      endpoint: at,
      atlas: isAtlasHost(hostOf(at)),
      reset,
      atTimes: unsteadyAt(evidence, at).length > 0,
      inCrowd: false,
    },
    because,
  }
}
