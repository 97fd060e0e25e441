import type { MongoClient } from 'mongodb'

import { inTime } from './wait.ts'

// A client that has just been opened anew is given time to show that it works before the next try.
const atMostEveryMs = 10_000

// Longer than a login over a slow network, shorter than the wait for a server that is not there.
const connectMs = 5_000

interface Renewal {
  readonly at: number
  readonly work: Promise<boolean>
  over: boolean
}

const renewals = new WeakMap<MongoClient, Renewal>()

/** Whether a client is closed only to be opened again. */
export function isRenewing(client: MongoClient): boolean {
  return renewals.get(client)?.over === false
}

/**
 * Opens a client anew in its place, so that handles in hand, Mongoose's models among them, work again. For a client that
 * knows no server though there is one: a driver whose monitor wrote to a connection in the moment in which the server
 * ended it waits for ever (7.9: it awaits `drain` of a socket that is closed). Operations that wait meanwhile fail.
 * Resolves to whether that was done now; never rejects.
 */
export function renew(client: MongoClient): Promise<boolean> {
  const before = renewals.get(client)
  if (before !== undefined && performance.now() - before.at < atMostEveryMs) {
    return before.over ? Promise.resolve(false) : before.work
  }
  const renewal: Renewal = { at: performance.now(), work: anew(client), over: false }
  renewals.set(client, renewal)
  void renewal.work.then(() => {
    renewal.over = true
  })
  return renewal.work
}

async function anew(client: MongoClient): Promise<boolean> {
  try {
    await inTime(client.close(), connectMs)
    // Where this is too slow the driver goes on with it, and the next ping tells.
    return (await inTime(client.connect(), connectMs)) !== undefined
  } catch {
    // It is tried again as long as the server answers and the client does not.
    return false
  }
}
