import type { Db } from 'mongodb'

import { inTime } from '../connection/wait.ts'

/**
 * What one ping takes, in milliseconds; null: it was not answered in time. A connection that broke since it was last
 * used shows in the first try, so there is a second. Nothing of it goes on afterwards, and it never rejects.
 */
export async function ping(db: Db, boundMs: number, stop: AbortSignal): Promise<number | null> {
  const over = new AbortController()
  const send = (): Promise<boolean> =>
    // Drivers that know the signal give the connection up when it aborts; the others when their own bounds end.
    db.command({ ping: 1 }, { signal: over.signal }).then(
      () => true,
      () => false,
    )
  const tries = async (): Promise<number | null> => {
    for (let left = 2; left > 0 && !over.signal.aborted; left -= 1) {
      const began = performance.now()
      if (await send()) return performance.now() - began
    }
    return null
  }
  const tookMs = await inTime(tries(), boundMs, stop)
  over.abort()
  return tookMs ?? null
}
