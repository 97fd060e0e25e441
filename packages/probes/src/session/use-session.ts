import type { MongoClient } from 'mongodb'

import type { ProbeContext } from '../context.ts'
import { reasonOf } from '../recorder.ts'
import { missingCollection } from '../wire/index.ts'
import { operations, withinBound } from './operations.ts'
import { rightsOf } from './privileges.ts'
import type { Redaction } from './redaction.ts'
import { serverErrorOf } from './server-error.ts'
import { writeCheck } from './write-check.ts'

/**
 * What the connection is good for: ping, privileges, one read of the target's database with the user's own read
 * preference, and the write check where it was asked for. One after the other: a second connection would cost a second
 * login, which takes longer than these.
 */
export async function useSession(
  ctx: ProbeContext,
  client: MongoClient,
  redact: Redaction,
  signal: AbortSignal,
): Promise<void> {
  const run = operations(ctx, redact, signal)
  const database = client.options.dbName
  const { readPreference } = client
  const admin = client.db('admin')
  const pinged = await run.run('ping', 'admin', () => admin.command({ ping: 1 }, { readPreference }))
  if (pinged === 'broken') return skip(ctx, signal)
  const readable = await privileges(ctx, client, redact, signal)
  const collection = readable ?? missingCollection
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

function skip(ctx: ProbeContext, signal: AbortSignal): void {
  const reason = signal.aborted ? reasonOf(signal) : 'earlier-fault'
  ctx.recorder.skip({ probe: 'authz.privileges', endpoint: null, vary: {} }, reason)
  ctx.recorder.skip({ probe: 'ops.run', endpoint: null, vary: { operation: 'read' } }, reason)
}

/** Records what the login may do; resolves to a collection that it may read where it may not read all. */
async function privileges(
  ctx: ProbeContext,
  client: MongoClient,
  redact: Redaction,
  signal: AbortSignal,
): Promise<string | null> {
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
    const { sighting, readable } = rightsOf(reply, client.options.dbName)
    look.seen({ outcome: sighting })
    return readable
  } catch (error) {
    if (signal.aborted) look.skipped(reasonOf(signal))
    else look.seen({ outcome: { is: 'failed', error: serverErrorOf(error, redact) } })
    return null
  }
}
