import { setMaxListeners } from 'node:events'

import type { DriverSighting, LoginSighting, SkipReason } from '@mongowhy/core'
import type { MongoClient } from 'mongodb'

import type { ProbeContext } from '../context.ts'
import { fail, reasonOf } from '../recorder.ts'
import { breakdown } from './breakdown.ts'
import type { Breakdown } from './breakdown.ts'
import { closeDriver } from './close-driver.ts'
import { namesEndlessFile } from './driver-files.ts'
import { fence } from './fence.ts'
import { within } from './lookup.ts'
import { driverVersion, openDriver } from './open-driver.ts'
import type { SessionTarget } from './open-driver.ts'
import { redactionOf } from './redaction.ts'
import type { Redaction } from './redaction.ts'
import { refusesLogin, serverErrorOf } from './server-error.ts'
import { catchingStrays } from './strays.ts'
import { useSession } from './use-session.ts'
import { watch } from './watch.ts'
import type { Watch } from './watch.ts'

export interface SessionParams extends SessionTarget {
  /** Why credentials may be sent, should there be any; a certificate, a token or a cloud's role is a credential too. */
  readonly permittedBy: LoginSighting['permittedBy']
  /** Aborted with `'cut-short'` when the verdict stands without the driver. */
  readonly signal: AbortSignal
  /** Called once the driver has chosen a server: from then on it is the login and the operations that take time. */
  readonly onSelected?: () => void
  /** Called when every server that the driver knows has turned it away several times in a row. */
  readonly onTurnedAway?: () => void
}

// The server's sessions end by themselves; being polite to it may cost a verdict this much, in milliseconds.
const politelyMs = 500

/**
 * The official driver's own attempt: connect and log in once, `connectionStatus` or else a ping, a read, the write check.
 * Records `driver.connect`, `auth.login`, `authz.privileges` and `ops.run`; what was not reached is recorded as skipped.
 * Resolves when the driver is closed; never rejects. No second login is tried after a failed one.
 */
export function runSession(ctx: ProbeContext, params: SessionParams): Promise<void> {
  const broke = breakdown()
  return catchingStrays(broke.tell, () => attempt(ctx, params, broke))
}

async function attempt(ctx: ProbeContext, params: SessionParams, broke: Breakdown): Promise<void> {
  const outside = AbortSignal.any([ctx.signal, params.signal])
  const signal = AbortSignal.any([outside, broke.signal])
  // Every host that the driver looks up waits for the signal.
  setMaxListeners(0, signal)
  const redact = redactionOf(ctx)
  const look = ctx.recorder.begin({ probe: 'driver.connect', endpoint: null, vary: {} })
  const base = { version: driverVersion, topology: null, servers: [] }
  if (signal.aborted) {
    look.seen({ ...base, outcome: { is: 'cut-short' } })
    skipRest(ctx, reasonOf(signal))
    return
  }
  let client: MongoClient
  try {
    client = await openDriver(ctx, params, signal)
  } catch (error) {
    look.seen({ ...base, outcome: { is: 'failed', error: serverErrorOf(error, redact), phase: 'parse' } })
    skipRest(ctx, 'earlier-fault')
    return
  }
  if (await namesEndlessFile(client)) {
    look.skipped('earlier-fault')
    skipRest(ctx, 'earlier-fault')
    return
  }
  const { BSON } = await import('mongodb')
  fence(client, BSON.serialize, broke.tell)
  const watched = watch(client, redact, params.onTurnedAway)
  if (params.onSelected !== undefined) client.once('connectionCreated', params.onSelected)
  const credentials = credentialsOf(client, params)
  try {
    const error = await within(client.connect(), signal).then(
      () => null,
      (reason: unknown) => broke.error() ?? { reason },
    )
    const cut = error !== null && outside.aborted
    const outcome = outcomeOf(error, cut, credentials, redact)
    look.seen({ version: driverVersion, outcome, ...watched.topology() })
    recordLogin(ctx, credentials, watched, outcome, cut ? reasonOf(signal) : 'earlier-fault')
    if (error === null) await useSession(ctx, client, redact, signal)
    else skipLater(ctx, cut ? reasonOf(signal) : 'earlier-fault')
  } catch (error) {
    // Only a defect of ours comes here; it must neither be hidden nor keep the driver open.
    fail(ctx.recorder.begin({ probe: 'ops.run', endpoint: null, vary: { operation: 'read' } }), signal, error)
  }
  await closeDriver(client, politelyMs)
}

type Credentials = Pick<LoginSighting, 'mechanism' | 'authSource' | 'permittedBy'>

function credentialsOf(client: MongoClient, { permittedBy }: SessionParams): Credentials {
  const { credentials } = client.options
  if (credentials === undefined) return { mechanism: null, authSource: null, permittedBy: 'no-credentials' }
  const { mechanism, source } = credentials
  return { mechanism: mechanism === 'DEFAULT' ? null : mechanism, authSource: source, permittedBy }
}

function outcomeOf(
  error: { readonly reason: unknown } | null,
  cut: boolean,
  { permittedBy }: Credentials,
  redact: Redaction,
): DriverSighting['outcome'] {
  if (error === null) return { is: 'connected' }
  if (cut) return { is: 'cut-short' }
  const { reason } = error
  const selection = reason instanceof Error && reason.name === 'MongoServerSelectionError'
  const refused = permittedBy !== 'no-credentials' && refusesLogin(reason)
  const phase = refused ? 'login' : selection ? 'selection' : 'other'
  return { is: 'failed', error: serverErrorOf(reason, redact), phase }
}

function recordLogin(
  ctx: ProbeContext,
  credentials: Credentials,
  watched: Watch,
  driver: DriverSighting['outcome'],
  skipped: SkipReason,
): void {
  const look = ctx.recorder.begin({ probe: 'auth.login', endpoint: null, vary: {} })
  const began = watched.loginBegan()
  const tookMs = began === null ? 0 : performance.now() - began
  const outcome = loginOf(credentials, watched, driver)
  if (outcome === null) look.skipped(skipped)
  else look.seen({ ...credentials, outcome }, tookMs)
}

function loginOf(
  { permittedBy }: Credentials,
  watched: Watch,
  driver: DriverSighting['outcome'],
): LoginSighting['outcome'] | null {
  if (permittedBy === 'no-credentials') return driver.is === 'connected' ? { is: 'no-credentials' } : null
  if (driver.is === 'connected') return { is: 'logged-in' }
  if (driver.is === 'cut-short') return null
  if (driver.phase === 'login') return { is: 'rejected', error: driver.error }
  return watched.loginBegan() === null ? null : { is: 'failed', error: driver.error }
}

function skipRest(ctx: ProbeContext, reason: SkipReason): void {
  ctx.recorder.skip({ probe: 'auth.login', endpoint: null, vary: {} }, reason)
  skipLater(ctx, reason)
}

function skipLater(ctx: ProbeContext, reason: SkipReason): void {
  ctx.recorder.skip({ probe: 'authz.privileges', endpoint: null, vary: {} }, reason)
  ctx.recorder.skip({ probe: 'ops.run', endpoint: null, vary: { operation: 'read' } }, reason)
}
