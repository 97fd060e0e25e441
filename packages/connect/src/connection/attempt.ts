import type { CauseCode } from '@mongowhy/core'
import type { ReportDocument } from '@mongowhy/report'
import { MongoClient } from 'mongodb'
import type { MongoClientOptions } from 'mongodb'

import type { Configuration, Seat } from '../configuration/configuration.ts'
import { diagnoseSeat } from './diagnose-seat.ts'
import { mayPass } from './retry.ts'
import { wait } from './wait.ts'

export type Code = CauseCode | 'unexplained'

/** What came of one try at one server. */
export type Attempt =
  | { readonly is: 'connected'; readonly client: MongoClient }
  | {
      readonly is: 'failed'
      /** The driver's error; null where it was still trying when the cause was known. */
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
    client = new MongoClient(seat.uri, driverOptions(configuration, boundMs))
  } catch (error) {
    return { is: 'failed', error, report: null, code: 'unexplained' }
  }
  const driver = connectAndPing(client, configuration)
  try {
    const quick = await Promise.race([driver, wait(Math.min(diagnoseAfterMs, boundMs), stop.signal)])
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
    if (decided?.is === 'connected') return decided
    const report = await diagnosis
    const code = report?.verdict.primary?.code ?? 'unexplained'
    return { is: 'failed', error: decided?.error ?? null, report, code }
  } finally {
    stop.abort('cut-short')
    if ((await Promise.race([driver, Promise.resolve(undefined)]))?.is !== 'connected')
      await client.close().catch(() => {})
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

/** The driver's connect and one ping; never rejects. */
export function connectAndPing(client: MongoClient, { database }: Configuration): Promise<DriverOutcome> {
  return client
    .connect()
    .then(() => client.db(database).command({ ping: 1 }))
    .then(
      () => ({ is: 'connected', client }) as const,
      (error: unknown) => ({ is: 'driver-failed', error }) as const,
    )
}

/** What the driver is given: the user's options, and a selection no longer than the whole may take. */
export function driverOptions({ driver }: Configuration, boundMs: number): MongoClientOptions {
  return {
    ...driver,
    serverSelectionTimeoutMS: Math.max(1, Math.min(driver.serverSelectionTimeoutMS ?? boundMs, boundMs)),
  }
}
