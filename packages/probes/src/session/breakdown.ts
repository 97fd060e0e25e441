/** What went wrong in the driver outside of any call of ours: the first of it, which ends the attempt. */
export interface Breakdown {
  /** Aborted with `'earlier-fault'`. */
  readonly signal: AbortSignal
  readonly tell: (error: unknown) => void
  error(): { readonly reason: unknown } | null
}

export function breakdown(): Breakdown {
  const controller = new AbortController()
  let first: { readonly reason: unknown } | null = null
  return {
    signal: controller.signal,
    tell: (reason) => {
      first ??= { reason }
      controller.abort('earlier-fault')
    },
    error: () => first,
  }
}
