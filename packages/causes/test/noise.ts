import type { Evidence, Look } from '@mongowhy/core'

/** Numbers below 1, the same again from the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = (Math.abs(seed) % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The same evidence as a machine would have taken it that is so many times slower. */
export function slowed(evidence: Evidence, times: number): Evidence {
  const looks = evidence.looks.map((look) => ({
    ...look,
    startedAt: look.startedAt * times,
    ...(look.status === 'skipped' ? {} : { tookMs: look.tookMs * times }),
  }))
  // Times alone have changed.
  return { ...evidence, looks: looks as readonly object[] as readonly Look[] }
}

/**
 * The same evidence with the members' looks begun in another order among each other, as answers that overtake one another
 * make it; what one member saw stays in its own order. `random` gives numbers below 1.
 */
export function reordered(evidence: Evidence, random: () => number): Evidence {
  const streams = new Map<string | null, Look[]>()
  for (const look of evidence.looks) {
    const stream = streams.get(look.ask.endpoint)
    if (stream === undefined) streams.set(look.ask.endpoint, [look])
    else stream.push(look)
  }
  const left = [...streams.values()]
  const looks: Look[] = []
  while (left.length > 0) {
    const at = Math.floor(random() * left.length)
    const next = left[at]?.shift()
    if (next === undefined) left.splice(at, 1)
    else looks.push(Object.assign({}, next, { startedAt: looks.length }))
  }
  return { ...evidence, looks }
}

/** The same looks in any order, as a program that handles the file may leave them. */
export function shuffled(evidence: Evidence, random: () => number): Evidence {
  const looks = evidence.looks
    .map((look) => ({ look, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ look }) => look)
  return { ...evidence, looks }
}
