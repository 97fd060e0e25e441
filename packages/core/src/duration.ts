/** Reads `500ms`, `5s`, `2m` or a bare number of milliseconds; null when it is none of these or not positive. Milliseconds. */
export function parseDuration(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m)?$/.exec(text.trim())
  if (match === null) return null
  const factor = match[2] === 'm' ? 60_000 : match[2] === 's' ? 1_000 : 1
  const value = Number(match[1]) * factor
  return value > 0 && value <= 86_400_000 ? value : null
}

/** `0.4 ms`, `12 ms`, `1.3 s`: for people. */
export function formatDuration(ms: number): string {
  if (ms < 1) return `${ms.toFixed(1)} ms`
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
}
