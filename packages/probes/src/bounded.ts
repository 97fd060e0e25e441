import type { Bound } from './bound.ts'
import { deadline } from './deadline.ts'

/**
 * One wait that always ends: with what `begin` settles on, with `late()` once the time is up, or by rejecting with the
 * signal's reason. `begin` returns what must be closed afterwards; it is called exactly once, however the wait ended.
 */
export function bounded<T>(
  bound: Bound,
  begin: (done: (value: T) => void, fail: (error: Error) => void) => () => void,
  late: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (bound.signal.aborted) {
      reject(reasonOf(bound.signal))
      return
    }
    let settled = false
    let close: (() => void) | null = null
    const settle = (act: () => void): void => {
      if (settled) return
      settled = true
      cancel()
      bound.signal.removeEventListener('abort', interrupted)
      close?.()
      act()
    }
    const done = (value: T): void => settle(() => resolve(value))
    const fail = (error: Error): void => settle(() => reject(error))
    const interrupted = (): void => fail(reasonOf(bound.signal))
    const cancel = deadline(bound.timeoutMs, () => done(late()))
    bound.signal.addEventListener('abort', interrupted, { once: true })
    try {
      close = begin(done, fail)
      // It may have settled before there was anything to close.
      if (settled) close()
    } catch (error) {
      fail(error instanceof Error ? error : new Error('could not begin'))
    }
  })
}

/** What is left of a bound that began at `since` (`performance.now()`); never below one millisecond. */
export function remaining(bound: Bound, since: number): Bound {
  return { signal: bound.signal, timeoutMs: Math.max(1, bound.timeoutMs - (performance.now() - since)) }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('interrupted', 'AbortError')
}
