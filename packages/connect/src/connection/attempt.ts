import type { CauseCode } from '@mongowhy/core'
import type { ReportDocument } from '@mongowhy/report'
import type { MongoClient } from 'mongodb'

import type { Configuration, Seat } from '../configuration/configuration.ts'
import { abandon } from './abandon.ts'
import { diagnoseSeat } from './diagnose-seat.ts'
import { driverOptions } from './driver-options.ts'
import { mayPass } from './retry.ts'
import { wait } from './wait.ts'
import { watchOf } from './watched.ts'

export type Code = CauseCode | 'unexplained'

/** What came of one try at one server. */
export type Attempt =
  | { readonly is: 'connected'; readonly client: MongoClient }
  | {
      readonly is: 'failed'
      /** The driver's error: what it ended with, or what it met last where it was still trying; null: nothing yet. */
      readonly error: unknown
      readonly report: ReportDocument | null
      readonly code: Code
    }

// A driver that works is done by now on most networks; a diagnosis beside it would only cost.
const diagnoseAfterMs = 500

// What is left below this is not enough for a diagnosis that says anything.
const leastDiagnosisMs = 250

/**
 * The driver's own attempt, and beside it, where that takes long or fails, a diagnosis. A fault that will not pass ends the
 * driver's wait at once. Ends within `boundMs`; nothing is left open where it failed.
 */
export async function attempt(seat: Seat, configuration: Configuration, boundMs: number): Promise<Attempt> {
  const began = performance.now()
  const left = (): number => Math.max(0, boundMs - (performance.now() - began))
  const stop = new AbortController()
  let client: MongoClient
  try {
    client = new configuration.from.Client(seat.uri, driverOptions(seat, configuration))
  } catch (error) {
    return { is: 'failed', error, report: null, code: 'unexplained' }
  }
  const { lastFailure } = watchOf(client)
  const driver = connectAndPing(client, configuration)
  let connected = false
  try {
    const quick = await Promise.race([driver, wait(Math.min(diagnoseAfterMs, boundMs), stop.signal)])
    connected = quick?.is === 'connected'
    if (quick?.is === 'connected') return quick
    const diagnosis =
      left() < leastDiagnosisMs
        ? Promise.resolve(null)
        : diagnoseSeat(seat, configuration, left(), stop.signal)
    const decided = await Promise.race([
      driver,
      diagnosis.then((report) => (lasting(report) ? undefined : endless)),
      wait(left(), stop.signal),
    ])
    connected = decided?.is === 'connected'
    if (decided?.is === 'connected') return decided
    const report = await diagnosis
    const code = report?.verdict.primary?.code ?? 'unexplained'
    return { is: 'failed', error: decided?.error ?? lastFailure(), report, code }
  } finally {
    stop.abort('cut-short')
    if (!connected) await abandon(client, driver)
  }
}

/** For races: what never wins. */
const endless: Promise<never> = new Promise(() => {})

/** Whether a diagnosis found a fault of the whole target that waiting does not mend. */
function lasting(report: ReportDocument | null): boolean {
  const primary = report?.verdict.primary ?? null
  return primary !== null && primary.certainty !== 'possible' && !mayPass(primary.code)
}

type DriverOutcome =
  | { readonly is: 'connected'; readonly client: MongoClient }
  | { readonly is: 'driver-failed'; readonly error: unknown }

/** The driver's connect and one ping; never rejects. Its bounds are the driver's own. */
export function connectAndPing(client: MongoClient, { database }: Configuration): Promise<DriverOutcome> {
  return client
    .connect()
    .then(() => client.db(database).command({ ping: 1 }))
    .then(
      () => ({ is: 'connected', client }) as const,
      (error: unknown) => ({ is: 'driver-failed', error }) as const,
    )
}
