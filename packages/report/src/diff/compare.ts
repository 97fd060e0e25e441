import { endpointsOf, stageOrder } from '@mongowhy/core'
import type { Endpoint, Report, Stage } from '@mongowhy/core'

import type { Fact, Weight } from './fact.ts'
import { factsOfReport } from './facts/index.ts'

/** One thing that two reports say differently. */
export interface Difference {
  readonly stage: Stage
  readonly key: string
  /** As the first report calls it; null for the target as a whole. */
  readonly endpoint: Endpoint | null
  readonly name: string
  /** null: it was not looked at, or not reached. */
  readonly a: string | null
  readonly b: string | null
  /** `unreached`: one side never came to look at it, which follows from something earlier. */
  readonly weight: Weight | 'unreached'
}

/** What two reports say differently, in the order in which a connection meets it. */
export function differencesOf(a: Report, b: Report): readonly Difference[] {
  const pairs = paired(endpointsOf(a.evidence), endpointsOf(b.evidence))
  const inB = new Map(pairs.map(([one, other]) => [one, other]))
  const first = byKey(factsOfReport(a, [...inB.keys()]), new Map())
  const second = byKey(
    factsOfReport(b, [...inB.values()]),
    new Map(pairs.map(([one, other]) => [other, one])),
  )
  const found: Difference[] = []
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const one = first.get(key)
    const other = second.get(key)
    const fact = one ?? other
    if (fact === undefined || one?.value === other?.value) continue
    found.push({
      stage: fact.stage,
      key: fact.key,
      endpoint:
        one?.endpoint ?? (fact.endpoint === null ? null : (nameInA(pairs, fact.endpoint) ?? fact.endpoint)),
      name: fact.name,
      a: one?.value ?? null,
      b: other?.value ?? null,
      weight:
        one === undefined || other === undefined
          ? fact.weight === 'noise'
            ? 'noise'
            : 'unreached'
          : fact.weight,
    })
  }
  return found.toSorted((x, y) => stageOrder(x.stage) - stageOrder(y.stage))
}

function nameInA(
  pairs: readonly (readonly [Endpoint, Endpoint])[],
  endpoint: Endpoint,
): Endpoint | undefined {
  return pairs.find(([, other]) => other === endpoint)?.[0]
}

/** Facts by what they are about; endpoints under the name that the first report has for them. */
function byKey(facts: readonly Fact[], renamed: ReadonlyMap<Endpoint, Endpoint>): ReadonlyMap<string, Fact> {
  return new Map(
    facts.map((fact) => [
      `${fact.key} ${fact.endpoint === null ? '' : (renamed.get(fact.endpoint) ?? fact.endpoint)}`,
      fact,
    ]),
  )
}

/** The same server by its name; what is left, by its place: a set is often known by other names on the other machine. */
function paired(a: readonly Endpoint[], b: readonly Endpoint[]): readonly (readonly [Endpoint, Endpoint])[] {
  const same = a.filter((each) => b.includes(each)).map((each) => [each, each] as const)
  const leftA = a.filter((each) => !b.includes(each))
  const leftB = b.filter((each) => !a.includes(each))
  const others = leftA.flatMap((each, index) => {
    const other = leftB[index]
    return other === undefined ? [] : [[each, other] as const]
  })
  return [...same, ...others]
}
