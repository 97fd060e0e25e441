import type { AskOf, Resolver } from '@mongowhy/core'
import { askDns, quietAfterMs } from '@mongowhy/probes'
import type { ProbeContext } from '@mongowhy/probes'
import { srvNameOf } from '@mongowhy/causes/kit'

/** Asks for the SRV and TXT records of the target, as the driver does: of the runtime's resolver, or of the one given. */
export async function lookUpSeedList(ctx: ProbeContext): Promise<void> {
  const { uri } = ctx.target
  const name = srvNameOf(uri)
  const host = uri.hosts[0]?.host
  if (name === null || host === undefined) return
  const [first, ...others] = ctx.options.resolvers
  const resolver: Resolver = first === undefined ? 'runtime' : { server: first }
  // A resolver that does not answer the SRV question may drop that type alone.
  const hedge = setTimeout(() => hedged.push(query(ctx, host, 'A', resolver)), quietAfterMs(ctx.options))
  const hedged: Promise<void>[] = []
  await Promise.all([
    query(ctx, name, 'SRV', resolver).finally(() => clearTimeout(hedge)),
    query(ctx, host, 'TXT', resolver),
    ...others.flatMap((server) => [query(ctx, name, 'SRV', { server }), query(ctx, host, 'TXT', { server })]),
  ])
  await Promise.all(hedged)
}

async function query(
  ctx: ProbeContext,
  name: string,
  type: 'SRV' | 'TXT' | 'A',
  resolver: Resolver,
): Promise<void> {
  const ask: AskOf<'dns.query'> = { probe: 'dns.query', endpoint: null, vary: { name, type, resolver } }
  await ctx.recorder.run(ask, ctx.signal, () =>
    askDns(ask.vary, { signal: ctx.signal, timeoutMs: ctx.options.stageTimeoutMs }),
  )
}
