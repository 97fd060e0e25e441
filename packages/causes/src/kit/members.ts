import { endpointParts, hostKind, seenBy } from '@mongowhy/core'
import type { Endpoint, Evidence, HelloFacts, SeenLook } from '@mongowhy/core'

import { effective, transportOf } from './deployment.ts'
import { reachOf } from './reach.ts'
import type { TcpLook } from './reach.ts'

/** A hello that was answered, and by whom. */
export interface Answer {
  readonly endpoint: Endpoint
  readonly look: SeenLook<'wire.hello'>
  readonly hello: HelloFacts
}

/** The first answer of each endpoint, by whatever transport. */
export function answers(evidence: Evidence): readonly Answer[] {
  const found = new Map<Endpoint, Answer>()
  for (const look of seenBy(evidence, 'wire.hello')) {
    const { endpoint } = look.ask
    if (endpoint === null || look.saw.outcome.is !== 'reply' || found.has(endpoint)) continue
    found.set(endpoint, { endpoint, look, hello: look.saw.outcome.hello })
  }
  return [...found.values()]
}

/** The answers that the driver gets as well: on its own transport. */
export function answersToDriver(evidence: Evidence): readonly Answer[] {
  const transport = transportOf(evidence)
  return answers(evidence).filter(({ look }) => look.saw.transport === transport)
}

/** Whether the driver discovers the set: not over a direct connection, not behind a load balancer. */
export function discovers(evidence: Evidence): boolean {
  const options = effective(evidence)
  return options !== undefined && options.directConnection !== true && !options.loadBalanced
}

/** The members that one answer names, in lower case. */
export function namedBy({ hello }: Answer): readonly Endpoint[] {
  return [...hello.hosts, ...hello.passives, ...hello.arbiters].map((host) => host.toLowerCase())
}

/** Why an endpoint cannot be reached: its name does not resolve, or no address takes a connection. Null: it can, or who knows. */
export function unreachable(
  evidence: Evidence,
  at: Endpoint,
):
  | { readonly by: 'name'; readonly look: SeenLook<'dns.query'> }
  | { readonly by: 'connection'; readonly look: TcpLook }
  | null {
  const { looks, open } = reachOf(evidence, at)
  const [first] = looks
  if (first !== undefined) {
    const ended = looks.find(({ saw }) => saw.outcome.is !== 'failed') ?? first
    return open.length > 0 ? null : { by: 'connection', look: ended }
  }
  const { host } = endpointParts(at)
  if (hostKind(host) !== 'name') return null
  const asked = seenBy(evidence, 'dns.query').filter(
    ({ saw }) => saw.name.toLowerCase() === host && (saw.type === 'A' || saw.type === 'AAAA'),
  )
  const missing = asked.filter(({ saw }) => saw.outcome === 'nxdomain' || saw.outcome === 'nodata')
  const [look] = missing
  return look !== undefined && missing.length === asked.length ? { by: 'name', look } : null
}
