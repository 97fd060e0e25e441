import { createHash } from 'node:crypto'

import type { MongoClient, MongoClientOptions } from 'mongodb'

import type { Attempt } from './attempt.ts'
import { comparable } from './comparable.ts'
import { isRenewing } from './renew.ts'
import { inTime } from './wait.ts'

// The driver takes its leave of the server first, and a network that is silent would hold it for as long as its own
// bounds are; it goes on by itself then.
const closeMs = 5_000

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
  Object.defineProperty(globalThis, place, { value: made, enumerable: false })
  return made
}

/**
 * What two clients must have in common to be one, as a digest, since the connection string holds a password; null:
 * options that cannot be compared, so nothing is shared.
 */
export function sharingKey(driver: string, uri: string, options: MongoClientOptions): string | null {
  const text = comparable(options)
  if (text === null) return null
  return createHash('sha256')
    .update(JSON.stringify([driver, uri, text]))
    .digest('base64')
}

/**
 * The client that the process already has for this key, or the one that `open` makes, within the bound; of a failure
 * nothing is kept.
 */
export async function acquire(
  key: string | null,
  boundMs: number,
  open: () => Promise<Attempt>,
): Promise<Attempt> {
  if (key === null) return open()
  const there = clients().get(key)
  const shared: Shared = there ?? { opening: open(), users: 0 }
  if (there === undefined) clients().set(key, shared)
  shared.users += 1
  const attempt = await (there === undefined ? shared.opening : inTime(shared.opening, boundMs))
  if (attempt === undefined) {
    // The one who opens it has more time than this caller has.
    shared.users -= 1
    return { is: 'failed', error: null, report: null, code: 'unexplained' }
  }
  const forget = (): void => {
    if (clients().get(key) === shared) clients().delete(key)
  }
  if (attempt.is === 'failed') forget()
  // Whoever closes the driver's own client closes it for good: the next one must not be given it.
  else if (there === undefined) {
    const { client } = attempt
    client.on('topologyClosed', () => {
      if (!isRenewing(client)) forget()
    })
  }
  return attempt
}

/** Gives a client back; the last user closes it. Resolves within some seconds. */
export async function release(key: string | null, client: MongoClient): Promise<void> {
  const shared = key === null ? undefined : clients().get(key)
  if (key !== null && shared !== undefined && (await clientOf(shared)) === client) {
    shared.users -= 1
    if (shared.users > 0) return
    clients().delete(key)
  }
  await inTime(client.close(), closeMs)
}

async function clientOf({ opening }: Shared): Promise<MongoClient | null> {
  const attempt = await opening
  return attempt.is === 'connected' ? attempt.client : null
}
