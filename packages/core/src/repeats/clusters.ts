import type { Endpoint } from '../endpoint.ts'
import { chanceOfOrder, chanceOfSoMany, periodOf } from './statistics.ts'
import type { RepeatedPlace } from './summary.ts'

// One in a hundred: with some places and two questions each, what is below it is rarely chance.
const unlikely = 0.01

interface Share {
  readonly failed: number
  readonly tries: number
}

/** Where failures gather more than chance would have it. */
export type Cluster =
  | { readonly by: 'member'; readonly endpoint: Endpoint; readonly here: Share; readonly elsewhere: Share }
  | {
      readonly by: 'address'
      readonly endpoint: Endpoint
      readonly address: string
      readonly here: Share
      readonly elsewhere: Share
    }
  /** Failures follow one another, from one round to another. */
  | {
      readonly by: 'time'
      readonly endpoint: Endpoint
      readonly address: string
      readonly from: number
      readonly to: number
    }
  /** Failures come in turn, as where a balancer deals connections out; `every` where exactly each n-th fails. */
  | {
      readonly by: 'turn'
      readonly endpoint: Endpoint
      readonly address: string
      readonly every: number | null
    }

/** Finds what failures have in common: a member, an address, a stretch of time, their turn. */
export function clustersIn(places: readonly RepeatedPlace[]): readonly Cluster[] {
  return [...byMember(places), ...byAddress(places), ...places.flatMap(byOrder)]
}

function shareOf(places: readonly RepeatedPlace[]): Share {
  return places.reduce(
    (sum, { tries, passed }) => ({ failed: sum.failed + tries - passed, tries: sum.tries + tries }),
    { failed: 0, tries: 0 },
  )
}

function gathers(here: Share, elsewhere: Share): boolean {
  return (
    here.failed > 0 && elsewhere.tries > 0 && chanceOfSoMany(here.failed, here.tries, elsewhere) < unlikely
  )
}

function byMember(places: readonly RepeatedPlace[]): readonly Cluster[] {
  const endpoints = [...new Set(places.map(({ endpoint }) => endpoint))]
  return endpoints.flatMap((endpoint): readonly Cluster[] => {
    const here = shareOf(places.filter((place) => place.endpoint === endpoint))
    const elsewhere = shareOf(places.filter((place) => place.endpoint !== endpoint))
    return gathers(here, elsewhere) ? [{ by: 'member', endpoint, here, elsewhere }] : []
  })
}

function byAddress(places: readonly RepeatedPlace[]): readonly Cluster[] {
  return places.flatMap((place): readonly Cluster[] => {
    const { endpoint, address } = place
    const here = shareOf([place])
    const elsewhere = shareOf(places.filter((other) => other.endpoint === endpoint && other !== place))
    return gathers(here, elsewhere) ? [{ by: 'address', endpoint, address, here, elsewhere }] : []
  })
}

function byOrder({ endpoint, address, results }: RepeatedPlace): readonly Cluster[] {
  const { soFew, soMany } = chanceOfOrder(results)
  if (soFew < unlikely) {
    const failed = results.flatMap((passed, at) => (passed ? [] : [at + 1]))
    return [{ by: 'time', endpoint, address, from: failed[0] ?? 0, to: failed.at(-1) ?? 0 }]
  }
  const every = periodOf(results)
  // A period is its own evidence once it has come round three times.
  const thrice = every !== null && results.filter((passed) => !passed).length >= 3
  return soMany < unlikely || thrice ? [{ by: 'turn', endpoint, address, every }] : []
}
