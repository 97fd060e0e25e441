import { setTimeout as pause } from 'node:timers/promises'

import type { Collection, Document } from 'mongodb'

export interface Load {
  /** The ids of the documents whose insert the server acknowledged. */
  readonly acknowledged: readonly number[]
  readonly failed: readonly Error[]
  /** How many operations came to an end, one way or the other. */
  done(): number
  stop(): Promise<void>
}

const workers = 4

/** Inserts and reads through the library, without end, until it is stopped. */
export function loadOn(collection: () => Collection<Document & { _id: number }>): Load {
  const acknowledged: number[] = []
  const failed: Error[] = []
  let next = 0
  const stopping = new AbortController()
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const id = (next += 1)
      try {
        await collection().insertOne({ _id: id })
        acknowledged.push(id)
        await collection().findOne({ _id: id })
      } catch (error) {
        failed.push(error instanceof Error ? error : new Error(String(error)))
      }
      await pause(10)
    }
  }
  const running = Array.from({ length: workers }, work)
  return {
    acknowledged,
    failed,
    done: () => acknowledged.length + failed.length,
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
