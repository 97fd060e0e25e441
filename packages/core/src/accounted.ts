const accounted = new WeakSet<object>()

/**
 * Says of an error that was thrown outside of any call, by code that is not ours, that it stands in the evidence: the process
 * need not end for it.
 */
export function account(error: unknown): void {
  if (typeof error === 'object' && error !== null) accounted.add(error)
}

/** Whether an error that nobody caught is accounted for. */
export function isAccounted(error: unknown): boolean {
  return typeof error === 'object' && error !== null && accounted.has(error)
}
