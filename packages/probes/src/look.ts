import type { Ask, AskOf, ProbeName, Sightings, SkipReason } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import type { ProbeContext } from './context.ts'
import { dial } from './dial.ts'
import { askDns } from './dns/index.ts'
import { askAia } from './issuer/aia.ts'
import { endpointIn, overTcp, overTransport } from './look/connection.ts'
import { seeControl } from './look/control.ts'
import { seeHandshake, seeRawHello, seeStaple } from './look/handshake.ts'
import { seeHello } from './look/hello.ts'
import { askResponder } from './ocsp/index.ts'
import { fail } from './recorder.ts'
import type { ApproachSettings } from './settings.ts'
import { seeMatrix } from './tls/index.ts'
import { walk } from './walk.ts'
import { askBuild, askHttp, askPostgresql, hearBanner } from './wire/index.ts'

/**
 * Makes the one look that a rule asked for, on a connection of its own, and records it. Looks that need the user's
 * credentials or options are never made this way. Ends within `timeoutMs`.
 */
export async function makeLook(
  ctx: ProbeContext,
  settings: ApproachSettings,
  ask: Ask,
  timeoutMs: number,
): Promise<void> {
  const bound: Bound = { signal: ctx.signal, timeoutMs }
  switch (ask.probe) {
    case 'dns.query':
      return keep(ctx, ask, () => askDns(ask.vary, bound))
    case 'tcp.connect':
      return keep(ctx, ask, async () => {
        const dialled = await dial({ ...settings, proxy: null }, endpointIn(ask), ask.vary.address, bound)
        dialled.socket?.destroy()
        if (dialled.by === 'proxy') throw new Error('went through the proxy')
        return dialled.saw
      })
    case 'tcp.control':
      return keep(ctx, ask, () => seeControl(ctx, ask, bound))
    case 'tls.handshake':
      return keep(ctx, ask, () => seeHandshake(ctx, settings, ask, bound))
    case 'tls.hello':
      return keep(ctx, ask, () => seeRawHello(settings, ask, bound))
    case 'tls.matrix':
      return keep(ctx, ask, () => seeMatrix(settings, endpointIn(ask), ask.vary.address, bound))
    case 'path.walk':
      return keep(ctx, ask, () => walk(settings, endpointIn(ask), ask.vary.address, bound))
    case 'tls.aia':
      return keep(ctx, ask, () => askAia(ctx, settings.trust, endpointIn(ask), ask.vary.url, bound))
    case 'tls.ocsp': {
      const { url } = ask.vary
      const ca = settings.trust.caFile?.pem ?? null
      return keep(ctx, ask, () =>
        url === undefined
          ? seeStaple(settings, ask, bound)
          : askResponder(ctx, ca, endpointIn(ask), url, bound),
      )
    }
    case 'wire.banner':
      return keep(ctx, ask, () =>
        overTcp(settings, endpointIn(ask), ask.vary.address, bound, (socket) =>
          hearBanner(socket, ask.vary.address, bound),
        ),
      )
    case 'wire.http':
      return keep(ctx, ask, () =>
        overTransport(settings, endpointIn(ask), { transport: 'plain', ...ask.vary }, bound, (socket) =>
          askHttp(socket, ask.vary.address, bound),
        ),
      )
    case 'wire.postgresql':
      return keep(ctx, ask, () =>
        overTcp(settings, endpointIn(ask), ask.vary.address, bound, (socket) =>
          askPostgresql(socket, ask.vary.address, bound),
        ),
      )
    case 'wire.hello':
      return keep(ctx, ask, () => seeHello(ctx, settings, ask, bound), 'unverified-peer')
    case 'wire.build':
      return keep(ctx, ask, () =>
        overTransport(settings, endpointIn(ask), ask.vary, bound, (socket) => askBuild(socket, bound)),
      )
    case 'uri.parse':
    case 'env.host':
    case 'env.project':
    case 'env.runtimes':
    case 'env.file':
    case 'proxy.connect':
    case 'auth.login':
    case 'authz.privileges':
    case 'ops.run':
    case 'driver.connect':
    case 'driver.try':
      return ctx.recorder.skip(ask, 'not-asked')
  }
}

/** Keeps one look; null is one that must not be made, for the reason given. */
async function keep<P extends ProbeName>(
  { recorder, signal }: ProbeContext,
  ask: AskOf<P>,
  look: () => Promise<Sightings[P] | null>,
  otherwise: SkipReason = 'not-asked',
): Promise<void> {
  const open = recorder.begin(ask)
  try {
    signal.throwIfAborted()
    const saw = await look()
    if (saw === null) open.skipped(otherwise)
    else open.seen(saw)
  } catch (error) {
    fail(open, signal, error)
  }
}
