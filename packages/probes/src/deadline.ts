// A timer that comes later than this after its time was not late by itself: this process was kept from running.
const punctualMs = 20

/**
 * Calls `expired` once `timeoutMs` have passed. Time in which this process did not run is not held against the peer: the
 * wait goes on for as long as the timer came late, once, and what has arrived by its end is read before it is given up.
 * Returns what cancels it.
 */
export function deadline(timeoutMs: number, expired: () => void): () => void {
  const began = performance.now()
  let last: NodeJS.Immediate | undefined
  const giveUp = (): void => {
    // Timers run before what has arrived is read; this runs after it.
    last = setImmediate(expired)
  }
  let timer = setTimeout(() => {
    const lateMs = performance.now() - began - timeoutMs
    if (lateMs > punctualMs) timer = setTimeout(giveUp, Math.min(lateMs, timeoutMs))
    else giveUp()
  }, timeoutMs)
  return () => {
    clearTimeout(timer)
    clearImmediate(last)
  }
}
