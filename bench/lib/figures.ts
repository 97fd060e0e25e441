/** The middle value; of an even number the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** `1.2 s`, `340 ms`, `0.8 ms`. */
export function ms(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 1_000) return `${(value / 1_000).toFixed(value >= 10_000 ? 0 : 1)} s`
  return value >= 10 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`
}

/** `3.4×`. */
export function times(value: number): string {
  return Number.isFinite(value) ? `${value >= 10 ? Math.round(value) : value.toFixed(2)}×` : '–'
}

/** `99.1 % (112 of 113)`; a dash where there was nothing to count. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
}
