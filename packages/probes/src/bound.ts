/** How long one network step may take, and what ends it sooner. */
export interface Bound {
  /** The interrupt, or the end of the whole diagnosis. */
  readonly signal: AbortSignal
  /** Milliseconds. */
  readonly timeoutMs: number
}
