import type { MongoClient } from 'mongodb'

import type { Configuration, Seat } from '../configuration/configuration.ts'
import { attempt } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import { driverOptions } from './driver-options.ts'
import { backoff, mayPass } from './retry.ts'
import { acquire, sharingKey } from './shared-clients.ts'
import { wait } from './wait.ts'

// Less than this is no time for another try.
const leastTryMs = 100

/** Tries one server, again and again where that can help, within the bound. */
export async function openSeat(seat: Seat, configuration: Configuration, boundMs: number): Promise<Attempt> {
  const began = performance.now()
  const left = (): number => boundMs - (performance.now() - began)
  for (let count = 0; ; count += 1) {
    const outcome = await acquire(keyOf(seat, configuration), left(), () =>
      attempt(seat, configuration, left()),
    )
    if (outcome.is === 'connected' || !configuration.retry || !mayPass(outcome.code)) return outcome
    const pause = backoff(count)
    if (left() < pause + leastTryMs) return outcome
    configuration.onEvent({ type: 'retrying', code: outcome.code, afterMs: Math.round(pause) })
    await wait(pause)
  }
}

export function keyOf(seat: Seat, configuration: Configuration): string | null {
  return sharingKey(configuration.from.name, seat.uri, driverOptions(seat, configuration))
}

/** A server that answers, and since when. */
export interface InUse {
  readonly seat: Seat
  readonly client: MongoClient
  readonly since: Date
}
