import { absent, cite, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Citations, Endpoint, Inference } from '@mongowhy/core'

import { citeTcp, reachOf } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'
import { citeRounds, roundsAt } from '../kit/rounds.ts'
import type { Rounds } from '../kit/rounds.ts'
import { surest } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly refusedRounds: number
  readonly openRounds: number
  readonly seconds: number
}

export const cause: Cause = defineCause<Facts>({
  code: 'server-starting',
  title: 'The client connects before the server, or the set, is ready',
  scope: 'endpoint',
  refines: ['tcp-refused', 'tcp-bind-ip', 'tcp-container-loopback', 'tcp-rejected'],
  infer(evidence, at) {
    if (at === null) return unknown()
    const refused = reachOf(evidence, at).refused.filter(({ saw }) => saw.family !== 'unix')
    const repeated = roundsAt(evidence, at)
    // Only time tells: without a repetition, the port is closed and nobody knows for how long.
    const judged = refused.flatMap((look) => {
      const rounds = repeated.find(({ address }) => address === look.saw.address)
      return rounds === undefined ? [] : (judge(look, rounds) ?? [])
    })
    return surest(judged)
  },
  advise: ({ endpoint, refusedRounds, openRounds, seconds }) => ({
    title: says`${endpoint} was not ready yet: its port was closed at first, and open ${seconds} s later`,
    explanation: says`The first connections were refused${refusedRounds > 0 ? ` (${refusedRounds + 1} in a row)` : ''}, and each of the ${openRounds} after that went the whole way. A program that starts together with its database, and tries once, meets the closed port. A server that was restarted just now looks the same.`,
    steps: [
      says`Let the application wait for the database: in Compose a healthcheck on the database (mongosh --quiet --eval "db.adminCommand('ping').ok") and depends_on with condition: service_healthy; in Kubernetes a readiness probe.`,
      says`Let the first connect be tried again with growing pauses for a minute, for refused ports and missing primaries alone; never for a rejected login.`,
      says`If it happens without a start of yours, something restarts the server: read the end of its log, and its exit status (docker ps -a, systemctl status mongod).`,
    ],
    confirm: says`The server's log says when it began to wait for connections ("Waiting for connections"): shortly before the first success, then it was this.`,
  }),
})

// A port that several machines share opens and closes by turns; three successes in a row are rarely its luck.
const leastOpen = 3

/** Refused at first, then let through for good: one change, and no way back. */
function judge(first: TcpLook, rounds: Rounds): Inference<Facts> | null {
  const { endpoint, walks, passed, failed } = rounds
  const [opened] = passed
  if (opened === undefined) return failed.length < leastOpen ? null : absent(...citeRounds(rounds))
  const refusedFirst = failed.every(({ saw }) => saw.failed?.how === 'refused' && saw.failed.step === 'tcp')
  const forGood = walks.slice(walks.indexOf(opened)).every(({ saw }) => saw.failed === null)
  if (!refusedFirst || !forGood || passed.length < leastOpen) return null
  const because: Citations = [
    citeTcp(first),
    ...citeRounds(rounds),
    cite(opened, says`from then on every connection went through`),
  ]
  return {
    is: 'present',
    certainty: certaintyOf(rounds),
    bearing: 'fault',
    facts: {
      endpoint,
      refusedRounds: failed.length,
      openRounds: passed.length,
      seconds: Math.round((opened.startedAt - first.startedAt) / 100) / 10,
    },
    because,
  }
}

/** A single refusal may also be one bad machine of many behind the address, which the rounds did not meet again. */
function certaintyOf({ failed }: Rounds): Certainty {
  return failed.length > 0 ? 'likely' : 'possible'
}
