import type { DriverTrySighting } from '@mongowhy/core'
import type { MongoClient } from 'mongodb'

import type { Bound } from '../bound.ts'
import type { ProbeContext } from '../context.ts'
import { closeDriver } from './close-driver.ts'
import { within } from './lookup.ts'
import { openDriver } from './open-driver.ts'
import type { SessionTarget } from './open-driver.ts'
import { redactionOf } from './redaction.ts'
import { refusesLogin, serverErrorOf } from './server-error.ts'

// Its session is over; being polite must not be what a repetition waits for.
const politelyMs = 200
// Reading a collection that does not exist is allowed, answers nothing and creates nothing.
const collection = 'mongowhy_probe'

/**
 * One more attempt of the official driver, with the one change that the target names: connect, log in, ping, read.
 * Rejects only with the signal's reason. The driver is closed when it resolves.
 */
export async function tryDriver(
  ctx: ProbeContext,
  target: SessionTarget,
  bound: Bound,
): Promise<DriverTrySighting> {
  const redact = redactionOf(ctx)
  const late = AbortSignal.timeout(bound.timeoutMs)
  const signal = AbortSignal.any([bound.signal, late])
  const failed = (
    phase: Extract<DriverTrySighting['outcome'], { readonly is: 'failed' }>['phase'],
    error: unknown,
    connectMs: number | null,
  ): DriverTrySighting => {
    bound.signal.throwIfAborted()
    return { outcome: { is: 'failed', phase, error: serverErrorOf(error, redact) }, connectMs }
  }
  let client: MongoClient
  try {
    client = await openDriver(ctx, target, signal)
  } catch (error) {
    return failed('parse', error, null)
  }
  const began = performance.now()
  let connectMs: number | null = null
  try {
    await within(client.connect(), signal)
    connectMs = performance.now() - began
    await within(use(client), signal)
    return { outcome: { is: 'worked' }, connectMs }
  } catch (error) {
    return failed(connectMs === null ? phaseOf(error, client) : 'operation', error, connectMs)
  } finally {
    await closeDriver(client, politelyMs)
  }
}

async function use(client: MongoClient): Promise<void> {
  const { readPreference } = client
  await client.db('admin').command({ ping: 1 }, { readPreference })
  await client.db().collection(collection).find({}, { limit: 1 }).toArray()
}

function phaseOf(error: unknown, client: MongoClient): 'selection' | 'login' | 'other' {
  if (client.options.credentials !== undefined && refusesLogin(error)) return 'login'
  return error instanceof Error && error.name === 'MongoServerSelectionError' ? 'selection' : 'other'
}
