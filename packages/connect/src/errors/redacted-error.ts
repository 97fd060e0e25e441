import { redactText, Secret } from '@mongowhy/core'

// Causes nest a few deep; a cycle must not hold us.
const deepest = 8

/**
 * The driver's error without what could hold a secret: its name, message, code, labels and causes, as a plain `Error`.
 * The driver's own objects keep the connection's options, credentials among them.
 */
export function redactedError(error: unknown, secrets: readonly string[]): Error {
  const scrub = secrets.map((secret) => new Secret(secret))
  const copy = (original: unknown, depth: number): Error => {
    const message = original instanceof Error ? original.message : String(original)
    const inner: unknown = original instanceof Error ? original.cause : undefined
    const made = new Error(
      redactText(message, scrub),
      inner !== undefined && depth < deepest ? { cause: copy(inner, depth + 1) } : undefined,
    )
    if (!(original instanceof Error)) return made
    made.name = original.name
    for (const name of ['code', 'codeName', 'errorLabels'] as const) {
      const value: unknown = Reflect.get(original, name)
      if (typeof value === 'string' || typeof value === 'number') Reflect.set(made, name, value)
      else if (Array.isArray(value))
        Reflect.set(
          made,
          name,
          value.filter((each) => typeof each === 'string'),
        )
    }
    made.stack = redactText(original.stack ?? '', scrub)
    return made
  }
  return copy(error, 0)
}
