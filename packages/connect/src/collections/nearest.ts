/** The name that is at most a third of its letters away from what was written; null where none is. */
export function nearest(written: string, names: readonly string[]): string | null {
  const close = names
    .map((name) => ({ name, distance: distance(written.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0]
  if (close === undefined) return null
  return close.distance <= Math.max(1, Math.floor(close.name.length / 3)) ? close.name : null
}

function distance(a: string, b: string): number {
  // Names are short; what is longer was never a slip of the finger.
  if (a.length > 64 || b.length > 64) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
