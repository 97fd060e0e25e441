import type { Db } from 'mongodb'

/** One collection that is to be emptied. */
export interface PlannedCollection {
  readonly name: string
  /** Hexadecimal; null where the role may not see it. */
  readonly uuid: string | null
  readonly planned: number
}

export type Wanted = { readonly is: 'all' } | { readonly is: 'named'; readonly names: readonly string[] }

/** A collection that was named cannot be cleared. */
export class PlanError extends Error {
  override readonly name: string = 'PlanError'
}

// A count over an index takes moments; one that takes longer than this should not be waited for unseen.
const countMs = 60_000

/** What would be deleted, with counts. Reads only. Throws a `PlanError` where a name is no collection. */
export async function makePlan(db: Db, wanted: Wanted): Promise<readonly PlannedCollection[]> {
  const there = await collectionsOf(db)
  const chosen = wanted.is === 'all' ? [...there.keys()].sort() : [...new Set(wanted.names)]
  const plan: PlannedCollection[] = []
  for (const name of chosen) {
    if (name.startsWith('system.')) throw new PlanError(`${name} belongs to the server and is never cleared`)
    const found = there.get(name)
    if (found === undefined) throw new PlanError(`there is no collection ${name} in ${db.databaseName}`)
    plan.push({
      name,
      uuid: found.uuid,
      planned: await db.collection(name).countDocuments({}, { maxTimeMS: countMs }),
    })
  }
  return plan
}

interface Found {
  readonly uuid: string | null
}

const unauthorized = 13

/** Collections by name, without views and the server's own. A role that may not list all of them sees its own. */
export async function collectionsOf(db: Db): Promise<ReadonlyMap<string, Found>> {
  const listed = await list(db)
  return new Map(
    listed
      .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.'))
      .map(({ name, uuid }) => [name, { uuid }]),
  )
}

interface Listed {
  readonly name: string
  readonly type: string
  readonly uuid: string | null
}

async function list(db: Db): Promise<readonly Listed[]> {
  try {
    const all = await db.listCollections({}, { nameOnly: false }).toArray()
    return all.map(({ name, type = 'collection', info }) => ({ name, type, uuid: hex(info?.uuid) }))
  } catch (error) {
    if (!(error instanceof Error) || Reflect.get(error, 'code') !== unauthorized) throw error
    const own = await db.listCollections({}, { nameOnly: true, authorizedCollections: true }).toArray()
    return own.map(({ name, type = 'collection' }) => ({ name, type, uuid: null }))
  }
}

function hex(uuid: unknown): string | null {
  if (typeof uuid !== 'object' || uuid === null) return null
  const bytes: unknown = Reflect.get(uuid, 'buffer')
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('hex') : null
}

/** The first planned collection that is gone or another one now; null: the plan still holds. Counts may differ. */
export async function changedSince(
  db: Db,
  plan: readonly Pick<PlannedCollection, 'name' | 'uuid'>[],
): Promise<string | null> {
  const there = await collectionsOf(db)
  for (const { name, uuid } of plan) {
    const now = there.get(name)
    if (now === undefined) return `${name} is gone since the plan was made`
    if (uuid !== null && now.uuid !== null && uuid !== now.uuid) {
      return `${name} is another collection than the one that was planned for: it was dropped and made anew`
    }
  }
  return null
}
