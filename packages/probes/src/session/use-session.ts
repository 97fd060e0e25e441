import { setTimeout as delay } from 'node:timers/promises'

import type { MongoClient } from 'mongodb'

import type { ProbeContext } from '../context.ts'
import { reasonOf } from '../recorder.ts'
import { missingCollection } from '../wire/index.ts'
import { operations, withinBound } from './operations.ts'
import type { Operations } from './operations.ts'
import { rightsOf } from './privileges.ts'
import type { Rights } from './privileges.ts'
import type { Redaction } from './redaction.ts'
import { serverErrorOf } from './server-error.ts'
import { writeCheck } from './write-check.ts'

/**
 * What the connection is good for: privileges, one read of the target's database with the user's own read preference, and
 * the write check where it was asked for. One after the other: a second connection would cost a second login, which takes
 * longer than these. `connectionStatus` needs no right, so its answer shows all that a ping would, and a round trip is
 * saved; a ping is sent where that answer fails to come.
 */
export async function useSession(
  ctx: ProbeContext,
  client: MongoClient,
  redact: Redaction,
  signal: AbortSignal,
): Promise<void> {
  const database = client.options.dbName
  const rights = privileges(ctx, client, redact, signal)
  // Half a bound for the first answer and half for the ping behind it: silence costs one bound.
  const halfMs = ctx.options.stageTimeoutMs / 2
  const answered = await Promise.race([rights, delay(halfMs, null, { ref: false })])
  if (answered === null) {
    const pinged = await ping(client, operations(ctx, redact, signal, halfMs))
    if (pinged === 'broken') {
      await rights
      return skipRead(ctx, signal)
    }
  }
  const run = operations(ctx, redact, signal)
  const collection = (await rights)?.readable ?? missingCollection
  const read = await run.run('read', `${database}.${collection}`, () =>
    client
      .db(database)
      .collection(collection)
      .find({}, { limit: 1, projection: { _id: 1 } })
      .toArray(),
  )
  const { writeCheck: place } = ctx.options
  if (place === null) return
  if (read === 'broken') {
    const reason = signal.aborted ? reasonOf(signal) : 'earlier-fault'
    ctx.recorder.skip({ probe: 'ops.run', endpoint: null, vary: { operation: 'insert' } }, reason)
    return
  }
  await writeCheck(client, place, run, ctx.options.stageTimeoutMs)
}

function ping(client: MongoClient, run: Operations): ReturnType<Operations['run']> {
  const { readPreference } = client
  return run.run('ping', 'admin', () => client.db('admin').command({ ping: 1 }, { readPreference }))
}

function skipRead(ctx: ProbeContext, signal: AbortSignal): void {
  const reason = signal.aborted ? reasonOf(signal) : 'earlier-fault'
  ctx.recorder.skip({ probe: 'ops.run', endpoint: null, vary: { operation: 'read' } }, reason)
}

/** Records what the login may do; null where the server did not say. */
async function privileges(
  ctx: ProbeContext,
  client: MongoClient,
  redact: Redaction,
  signal: AbortSignal,
): Promise<Rights | null> {
  const look = ctx.recorder.begin({ probe: 'authz.privileges', endpoint: null, vary: {} })
  if (signal.aborted) {
    look.skipped(reasonOf(signal))
    return null
  }
  try {
    const asked = client
      .db('admin')
      .command({ connectionStatus: 1, showPrivileges: true }, { readPreference: client.readPreference })
    const reply = await withinBound(asked, ctx.options.stageTimeoutMs, signal)
    const rights = rightsOf(reply, client.options.dbName)
    look.seen({ outcome: rights.sighting })
    return rights
  } catch (error) {
    if (signal.aborted) look.skipped(reasonOf(signal))
    else look.seen({ outcome: { is: 'failed', error: serverErrorOf(error, redact) } })
    return null
  }
}
