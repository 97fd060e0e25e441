/** Resolves after so many milliseconds, or at once when the signal aborts. */
export function wait(ms: number, signal?: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve(undefined)
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
    if (signal?.aborted === true) end()
  })
}

/** What a promise resolves to, or undefined where that takes longer than the bound or the signal aborts; leaves no timer. */
export async function inTime<Value>(
  promise: Promise<Value>,
  boundMs: number,
  signal?: AbortSignal,
): Promise<Value | undefined> {
  const bound = new AbortController()
  const end = (): void => bound.abort()
  signal?.addEventListener('abort', end)
  if (signal?.aborted === true) end()
  try {
    return await Promise.race([promise, wait(boundMs, bound.signal)])
  } finally {
    end()
    signal?.removeEventListener('abort', end)
  }
}
