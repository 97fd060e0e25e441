import { parseTarget, redactText, visible } from '@mongowhy/core'
import type { Target } from '@mongowhy/core'
import type { Db } from 'mongodb'

import { openForWork, TargetError } from '../open-for-work.ts'
import type { ClearDocument, ClearedCollection } from './document.ts'
import { refusalOf } from './guards.ts'
import type { Guards } from './guards.ts'
import { makePlan, PlanError } from './plan.ts'
import type { Wanted } from './plan.ts'
import { digestOf, readState } from './resume.ts'
import type { ResumeState } from './resume.ts'
import { ClearRun, shown } from './run.ts'
import type { RunOptions } from './run.ts'

export interface ClearOptions {
  readonly target: Target
  /** Null: that of the connection string. */
  readonly database: string | null
  readonly wanted: Wanted | { readonly is: 'resumed'; readonly from: string }
  readonly dryRun: boolean
  readonly exportTo: string | null
  readonly batch: number
  /** Where the state of a new run is kept while documents are deleted. */
  readonly statePath: string
  readonly guards: Guards
}

export interface ClearHooks extends Pick<RunOptions, 'onProgress' | 'signal'> {
  /** Whether the database's name was typed, or given, in full. Called with the plan. */
  confirmed(database: string, collections: readonly ClearedCollection[]): Promise<boolean>
}

/**
 * Empties collections, behind guards: plan, confirmation, export, a second look at the plan, and then batches.
 * Rejects with a `PlanError` or a `ResumeError` for what was wrongly asked; everything else is an outcome.
 */
export async function clear(options: ClearOptions, hooks: ClearHooks): Promise<ClearDocument> {
  const { uri } = parseTarget(options.target.uri.reveal())
  const database = options.database ?? uri.database ?? ''
  if (database === '') {
    throw new PlanError(
      'no database is named: give --database, or write it into the path of the connection string',
    )
  }
  if (!isDatabaseName(database)) {
    throw new PlanError(
      `${visible(database).slice(0, 100)} is no name of a database: at most 63 bytes, without / \\ . " $ * < > : | ? or spaces`,
    )
  }
  const hosts = uri.hosts.map(({ host }) => host.toLowerCase())
  const base = { format: 1, database, collections: [], resume: null } as const
  const refusal = refusalOf(options.guards, database, hosts)
  if (refusal !== null) return { ...base, outcome: 'refused', reason: refusal }
  try {
    const work = await openForWork(options.target)
    try {
      return {
        ...base,
        ...(await cleared(work.client.db(database), digestOf(hosts, database), options, hooks)),
      }
    } finally {
      await work.close()
    }
  } catch (error) {
    if (error instanceof TargetError) return { ...base, outcome: 'refused', reason: error.message }
    // Before the run itself, which never rejects, nothing was deleted.
    if (isOfServer(error)) {
      return { ...base, outcome: 'failed', reason: redactText(error.message, [options.target.uri]) }
    }
    throw error
  }
}

/** The server's own rule: what it refuses would come back as an error that names no option. */
function isDatabaseName(name: string): boolean {
  return Buffer.byteLength(name) < 64 && !/[/\\. "$*<>:|?\0]/.test(name)
}

function isOfServer(error: unknown): error is Error {
  return error instanceof Error && error.name.startsWith('Mongo')
}

async function cleared(
  db: Db,
  target: string,
  options: ClearOptions,
  { confirmed, ...hooks }: ClearHooks,
): Promise<Pick<ClearDocument, 'outcome' | 'reason' | 'collections' | 'resume'>> {
  const { wanted, dryRun, exportTo } = options
  const state =
    wanted.is === 'resumed'
      ? await readState(wanted.from, target)
      : await planned(db, target, wanted, options)
  const collections = state.collections.map(shown)
  const before = wanted.is === 'resumed' ? wanted.from : null
  if (dryRun) return { outcome: 'planned', reason: null, collections, resume: before }
  if (!(await confirmed(db.databaseName, collections))) {
    return {
      outcome: 'refused',
      reason: `the name of the database, ${db.databaseName}, was not confirmed`,
      collections,
      resume: before,
    }
  }
  const statePath = before ?? options.statePath
  const end = await new ClearRun(db, state, { ...hooks, exportTo, statePath }).run()
  const { outcome } = end
  // The words are the server's, or the system's.
  const reason = end.reason === null ? null : redactText(end.reason, [options.target.uri])
  const resume = outcome === 'cleared' ? null : end.began ? statePath : before
  return { outcome, reason, collections: end.collections, resume }
}

async function planned(
  db: Db,
  target: string,
  wanted: Wanted,
  { batch }: ClearOptions,
): Promise<ResumeState> {
  const plan = await makePlan(db, wanted)
  const collections = plan.map((each) => ({ ...each, deleted: 0, exported: null, done: false }))
  return { format: 1, target, database: db.databaseName, batch, collections }
}
