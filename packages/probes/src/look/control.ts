import type { AskOf, ControlSighting } from '@mongowhy/core'

import { addressesFor } from '../addresses-for.ts'
import type { Bound } from '../bound.ts'
import { remaining } from '../bounded.ts'
import type { ProbeContext } from '../context.ts'
import { seenBefore } from '../seen-before.ts'
import { openTcp } from '../tcp/index.ts'
import { gateway } from '../tcp/gateway.ts'

// Two addresses tell as much about the way out as all of them.
const mostAddresses = 2

/** Connects to what a look is compared with. null: it is none that this diagnosis may contact. */
export async function seeControl(
  ctx: ProbeContext,
  ask: AskOf<'tcp.control'>,
  bound: Bound,
): Promise<ControlSighting | null> {
  const since = performance.now()
  const to = await whereTo(ctx, ask, bound)
  if (to === null) return null
  const attempts = await Promise.all(
    to.addresses.slice(0, mostAddresses).map(async (address) => {
      const { saw, socket } = await openTcp(
        { host: to.host, port: ask.vary.port, address },
        remaining(bound, since),
      )
      socket?.destroy()
      return saw
    }),
  )
  return { host: to.host, attempts }
}

async function whereTo(
  ctx: ProbeContext,
  { vary, endpoint }: AskOf<'tcp.control'>,
  bound: Bound,
): Promise<{ readonly host: string; readonly addresses: readonly string[] } | null> {
  switch (vary.of) {
    case 'same-host':
      return wasDialled(ctx, endpoint, vary.address)
        ? { host: vary.address, addresses: [vary.address] }
        : null
    case 'control-host': {
      const { control } = ctx.options
      if (control === null) return null
      return { host: control.host, addresses: await addressesFor(ctx, control.host, vary.port, bound) }
    }
    case 'gateway': {
      const address = await gateway()
      return { host: address ?? 'gateway', addresses: address === null ? [] : [address] }
    }
  }
}

/** Whether the diagnosis went to this address for the endpoint already: no rule leads us to another. */
function wasDialled(ctx: ProbeContext, endpoint: string | null, address: string): boolean {
  return seenBefore(ctx, 'tcp.connect', endpoint).some(({ saw }) => saw.address === address)
}
