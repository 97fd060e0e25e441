import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'

import { account } from '@mongowhy/core'

const running = new AsyncLocalStorage<(error: unknown) => void>()
let guarded = 0

/**
 * Runs code that is not ours; what it throws where nobody can catch it (in a timer, in a handler of its own) is given to
 * `onStray` in place of ending the process. Errors of everybody else take their usual way.
 */
export async function catchingStrays<T>(
  onStray: (error: unknown) => void,
  run: () => Promise<T>,
): Promise<T> {
  if (guarded === 0) {
    process.prependListener('uncaughtException', exception)
    process.prependListener('unhandledRejection', rejection)
  }
  guarded += 1
  try {
    return await running.run(onStray, run)
  } finally {
    // What was thrown last is told of only after the promises have had their turn.
    await setImmediate()
    guarded -= 1
    if (guarded === 0) {
      process.off('uncaughtException', exception)
      process.off('unhandledRejection', rejection)
    }
  }
}

function exception(error: unknown): void {
  // Where nobody else listens, an error of others ends the process, as it would without us.
  if (!taken(error) && process.listenerCount('uncaughtException') === 1) throw error
}

function rejection(error: unknown): void {
  if (!taken(error) && process.listenerCount('unhandledRejection') === 1) throw error
}

function taken(error: unknown): boolean {
  const onStray = running.getStore()
  if (onStray === undefined) return false
  account(error)
  onStray(error)
  return true
}
