import type { Endpoint } from './endpoint.ts'
import type { Look } from './evidence.ts'
import type { ProbeName } from './sightings/index.ts'

interface Looks {
  readonly all: Look[]
  readonly seen: Look[]
}

interface OfProbe extends Looks {
  readonly at: Map<Endpoint | null, Looks>
}

// Every rule asks for its looks once for each endpoint; without an index, a hundred endpoints take seconds to judge.
const indexes = new WeakMap<readonly Look[], ReadonlyMap<ProbeName, OfProbe>>()

const none: Looks = { all: [], seen: [] }

/** Looks of one probe that no experiment made, in their order; `at` narrows to an endpoint. The list of looks must not be changed afterwards. */
export function indexedLooks(
  looks: readonly Look[],
  probe: ProbeName,
  at: Endpoint | null | undefined,
): { readonly all: readonly Look[]; readonly seen: readonly Look[] } {
  const ofProbe = (indexes.get(looks) ?? indexOf(looks)).get(probe)
  return (at === undefined ? ofProbe : ofProbe?.at.get(at)) ?? none
}

function indexOf(looks: readonly Look[]): ReadonlyMap<ProbeName, OfProbe> {
  const index = new Map<ProbeName, OfProbe>()
  for (const look of looks) {
    const { probe, endpoint, trial } = look.ask
    if (trial !== undefined) continue
    const ofProbe = index.get(probe) ?? { all: [], seen: [], at: new Map<Endpoint | null, Looks>() }
    const there = ofProbe.at.get(endpoint) ?? { all: [], seen: [] }
    index.set(probe, ofProbe)
    ofProbe.at.set(endpoint, there)
    for (const kept of [ofProbe, there]) {
      kept.all.push(look)
      if (look.status === 'seen') kept.seen.push(look)
    }
  }
  indexes.set(looks, index)
  return index
}
