import type { Endpoint, Stage } from '@mongowhy/core'

/**
 * `matters`: may by itself make one connection work and another fail. `context`: worth knowing, and no cause by itself.
 * `noise`: differs from run to run on the same machine.
 */
export type Weight = 'matters' | 'context' | 'noise'

/** One thing that evidence says, in a form that can be compared: equal values mean the same. */
export interface Fact {
  readonly stage: Stage
  /** Unique together with the endpoint: `env.trust`, `uri.option.tls`. */
  readonly key: string
  readonly endpoint: Endpoint | null
  readonly name: string
  readonly value: string
  readonly weight: Weight
}

/** Makes the facts of one stage; what is not known makes none, so that it is never taken for a difference. */
export function factsOf(
  stage: Stage,
  endpoint: Endpoint | null = null,
): (
  key: string,
  name: string,
  value: string | number | boolean | null | undefined,
  weight?: Weight,
) => readonly Fact[] {
  return (key, name, value, weight = 'matters') =>
    value === null || value === undefined
      ? []
      : [{ stage, key: `${stage}.${key}`, endpoint, name, value: String(value), weight }]
}

/** A list whose order says nothing. */
export function unordered(items: readonly string[]): string {
  return items.length === 0 ? 'none' : [...new Set(items)].sort().join(', ')
}
