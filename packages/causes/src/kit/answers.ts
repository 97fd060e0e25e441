import { endpointParts, hostKind, isLoopback, isPrivateAddress } from '@mongowhy/core'
import type { Endpoint, Evidence, RecordType, Variations } from '@mongowhy/core'

import { firstAnswer, seedList } from './deployment.ts'
import { addressesIn, asked, systemResolvers } from './dns.ts'
import type { DnsLook } from './dns.ts'
import { reachOf } from './reach.ts'

const types: readonly RecordType[] = ['A', 'AAAA']

/** What the name of one endpoint led to, and what others say of it. */
export interface Answers {
  readonly endpoint: Endpoint
  readonly name: string
  /** The looks that the connection rests on, and the addresses that they gave. */
  readonly used: readonly DnsLook[]
  readonly addresses: readonly string[]
  /** Answers of other resolvers that may be asked, where they have addresses. */
  readonly others: readonly {
    readonly server: string
    readonly look: DnsLook
    readonly addresses: readonly string[]
  }[]
  /** Questions that were not put yet. */
  readonly unasked: readonly Variations['dns.query'][]
}

// A seed list is resolved by one resolver: a few names tell whether it is at odds with others.
const mostNames = 4

/** The answers for the endpoints that have a name; `failing`: only for those where no address takes a connection. */
export function answersFor(
  evidence: Evidence,
  { failing }: { readonly failing: boolean },
): readonly Answers[] {
  return seedList(evidence)
    .filter((endpoint) => {
      const { host } = endpointParts(endpoint)
      if (hostKind(host) !== 'name' || isLoopback(host)) return false
      const { looks, open } = reachOf(evidence, endpoint)
      return !failing || (looks.length > 0 && open.length === 0)
    })
    .slice(0, mostNames)
    .map((endpoint) => answersAt(evidence, endpoint))
}

function answersAt(evidence: Evidence, endpoint: Endpoint): Answers {
  const name = endpointParts(endpoint).host
  const used = types.flatMap((type) => firstAnswer(evidence, name, type) ?? [])
  const questions = othersToAsk(evidence, used[0]).map(
    (server) => ({ name, type: 'A', resolver: { server } }) as const,
  )
  const replies = questions.map((vary) => ({ vary, look: asked(evidence, vary) }))
  return {
    endpoint,
    name,
    used,
    addresses: addressesIn(used),
    others: replies.flatMap(({ vary, look }) => {
      const addresses = addressesIn([look])
      return typeof look === 'object' && addresses.length > 0
        ? [{ server: vary.resolver.server, look, addresses }]
        : []
    }),
    unasked: replies.filter(({ look }) => look === 'unasked').map(({ vary }) => vary),
  }
}

/** Resolvers that were named to be compared; else the system's own, where it was the system that was asked. */
function othersToAsk(evidence: Evidence, used: DnsLook | undefined): readonly string[] {
  if (used === undefined) return []
  if (evidence.options.resolvers.length > 0) return evidence.options.resolvers.slice(1, 4)
  return used.ask.vary.resolver === 'system' ? systemResolvers(evidence).slice(0, 2) : []
}

export type Horizon = 'private' | 'public' | 'mixed'

/** Whether addresses can be reached from their own network alone. */
export function horizonOf(addresses: readonly string[]): Horizon {
  const inside = addresses.filter(isPrivateAddress).length
  return inside === addresses.length ? 'private' : inside === 0 ? 'public' : 'mixed'
}

/** No address in common. */
export function apartFrom(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((address) => others.includes(address))
}

/** Names that providers give to the inside of a deployment: Atlas's peering and private endpoints, and those of the clouds. */
export function isPrivateName(host: string): boolean {
  const [first = ''] = host.toLowerCase().split('.')
  return (
    /-pri$|-pl-\d+$|^pl-\d+-/.test(first) ||
    /(?:^|\.)privatelink\.|\.vpce\.amazonaws\.com$|\.p\.googleapis\.com$/.test(host.toLowerCase())
  )
}
