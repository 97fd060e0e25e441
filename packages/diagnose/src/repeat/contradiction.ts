import { firstSeen, seenBy } from '@mongowhy/core'
import type { Evidence } from '@mongowhy/core'
import { answered } from '@mongowhy/causes/kit'

import { mayServe } from '../outcome.ts'
import { roundTripOf } from '../round-trip.ts'

// Of two machines behind one address, both are met in this many tries but for one time in two thousand.
const rounds = 12
// A fault that answers is told within three seconds, and our looks and the driver's have taken some of them.
const longestMs = 1_200

// Of two machines by turns, both were met by then; what is refused so often is closed.
const steadyAfter = 4

// A path with TLS has four round trips; what has not answered after twice as many is counted as silent.
const roundTripsInWalk = 8
const shortestWalkMs = 200

/** How a path is walked over again: how often, for how long each time and in all. */
export interface Repetition {
  readonly rounds: number
  readonly walkMs: number
  readonly longestMs: number
  /** Ends after so many rounds in which nothing got through: what fails always does not come and go. Absent: never. */
  readonly steadyAfter?: number
}

/**
 * The repetition that is due although nobody asked for one: our own first message was answered, and the driver's connection
 * was cut, refused or left alone a moment later; or ours was cut, which has many reasons. What comes and goes shows itself
 * to whoever asks more than once. Pure.
 */
export function dueRepetition(evidence: Evidence): Repetition | null {
  if (!contradicted(evidence) && !cutOff(evidence)) return null
  const walkMs = shortestWalkMs + roundTripsInWalk * roundTripOf(evidence.looks)
  return { rounds, walkMs, longestMs, steadyAfter }
}

/** A message of ours was not answered, and the connection ended; and the driver has not got in either. */
function cutOff(evidence: Evidence): boolean {
  if (firstSeen(evidence, 'driver.connect')?.saw.outcome.is === 'connected') return false
  const ends = [
    ...seenBy(evidence, 'wire.hello').map(({ saw }) => saw.outcome.is),
    ...seenBy(evidence, 'tls.handshake').flatMap(({ saw }) => (saw.bytesRead === 0 ? saw.outcome.is : [])),
  ]
  return ends.some((is) => is === 'closed' || is === 'reset')
}

function contradicted(evidence: Evidence): boolean {
  const driver = firstSeen(evidence, 'driver.connect')?.saw
  if (driver === undefined || answered(evidence, null) === undefined) return false
  const { outcome, servers } = driver
  if (outcome.is === 'connected' || (outcome.is === 'failed' && outcome.phase === 'parse')) return false
  const errors = [
    ...(outcome.is === 'failed' ? [outcome.error] : []),
    ...servers.flatMap(({ error }) => error ?? []),
  ]
  // Stopped while it waited, although a server had answered us that it would choose.
  if (outcome.is === 'cut-short' && errors.length === 0) return mayServe(evidence)
  return errors.some(
    ({ systemCode, name }) =>
      (systemCode !== null && ofConnections.includes(systemCode)) || ofNetwork.includes(name),
  )
}

const ofConnections: readonly string[] = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE']
// What the driver calls a connection that ended, or a proxy that did not connect it: these have no code of the system.
const ofNetwork: readonly string[] = ['MongoNetworkError', 'MongoNetworkTimeoutError']
