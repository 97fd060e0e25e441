import type { Endpoint } from './endpoint.ts'
import type { Look } from './evidence.ts'
import type { ProbeName } from './sightings/index.ts'

interface LookIndex {
  readonly byProbe: ReadonlyMap<ProbeName, readonly Look[]>
  readonly byPlace: ReadonlyMap<string, readonly Look[]>
}

// Every rule asks for its looks once for each endpoint; without an index, a hundred endpoints take seconds to judge.
const indexes = new WeakMap<readonly Look[], LookIndex>()

/** Looks of one probe that no experiment made, in their order; `at` narrows to an endpoint. The list of looks must not be changed afterwards. */
export function indexedLooks(
  looks: readonly Look[],
  probe: ProbeName,
  at: Endpoint | null | undefined,
): readonly Look[] {
  const index = indexes.get(looks) ?? indexOf(looks)
  return (at === undefined ? index.byProbe.get(probe) : index.byPlace.get(placeKey(probe, at))) ?? []
}

function indexOf(looks: readonly Look[]): LookIndex {
  const byProbe = new Map<ProbeName, Look[]>()
  const byPlace = new Map<string, Look[]>()
  for (const look of looks) {
    if (look.ask.trial !== undefined) continue
    keep(byProbe, look.ask.probe, look)
    keep(byPlace, placeKey(look.ask.probe, look.ask.endpoint), look)
  }
  const index = { byProbe, byPlace }
  indexes.set(looks, index)
  return index
}

function keep<Key>(into: Map<Key, Look[]>, key: Key, look: Look): void {
  const kept = into.get(key)
  if (kept === undefined) into.set(key, [look])
  else kept.push(look)
}

function placeKey(probe: ProbeName, at: Endpoint | null): string {
  return JSON.stringify([probe, at])
}
