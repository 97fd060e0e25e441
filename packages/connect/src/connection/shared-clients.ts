import type { MongoClient, MongoClientOptions } from 'mongodb'

import type { Attempt } from './attempt.ts'

interface Shared {
  readonly opening: Promise<Attempt>
  users: number
}

// On the global object, so that a module that is loaded anew (hot reload) finds the client that is there.
const place = Symbol.for('mongowhy.connect.clients')

function clients(): Map<string, Shared> {
  const found: unknown = Reflect.get(globalThis, place)
  if (found instanceof Map) return found as Map<string, Shared>
  const made = new Map<string, Shared>()
  Reflect.set(globalThis, place, made)
  return made
}

/** What two clients must have in common to be one; null: options that cannot be compared, so nothing is shared. */
export function sharingKey(uri: string, options: MongoClientOptions): string | null {
  const comparable = Object.values(options).every(
    (value) => typeof value !== 'function' && typeof value !== 'object',
  )
  return comparable
    ? JSON.stringify([uri, Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))])
    : null
}

/** The client that the process already has for this key, or the one that `open` makes; of a failure nothing is kept. */
export async function acquire(key: string | null, open: () => Promise<Attempt>): Promise<Attempt> {
  if (key === null) return open()
  const there = clients().get(key)
  const shared: Shared = there ?? { opening: open(), users: 0 }
  if (there === undefined) clients().set(key, shared)
  shared.users += 1
  const attempt = await shared.opening
  if (attempt.is === 'failed' && clients().get(key) === shared) clients().delete(key)
  return attempt
}

/** Gives a client back; the last user closes it. */
export async function release(key: string | null, client: MongoClient): Promise<void> {
  const shared = key === null ? undefined : clients().get(key)
  if (key !== null && shared !== undefined) {
    shared.users -= 1
    if (shared.users > 0) return
    clients().delete(key)
  }
  await client.close()
}
