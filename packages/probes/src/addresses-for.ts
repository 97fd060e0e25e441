import { hostKind } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import type { ProbeContext } from './context.ts'
import { askServer, resolveSystem } from './dns/index.ts'

/** Addresses of a host that is not of the target, by the resolver that the user chose; no look is kept of it. */
export async function addressesFor(
  ctx: ProbeContext,
  host: string,
  port: number,
  bound: Bound,
): Promise<readonly string[]> {
  const name = host.toLowerCase()
  const given = ctx.options.resolve.filter(
    (entry) => entry.host.toLowerCase() === name && entry.port === port,
  )
  if (given.length > 0) return given.map(({ address }) => address)
  if (hostKind(host) !== 'name') return [host]
  const [server] = ctx.options.resolvers
  if (server === undefined) return (await resolveSystem(host, bound)).order
  const answers = await Promise.all(
    (['A', 'AAAA'] as const).map((type) => askServer({ name: host, type }, server, bound)),
  )
  return answers.flatMap((saw) =>
    saw.outcome === 'answer'
      ? saw.records.flatMap((record) => ('address' in record ? [record.address] : []))
      : [],
  )
}
