import type { AskOf, HelloSighting, Secret } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import type { ProbeContext } from '../context.ts'
import { greetingOf } from '../settings.ts'
import type { ApproachSettings } from '../settings.ts'
import { askHello } from '../wire/index.ts'
import { endpointIn, overTransport } from './connection.ts'

/** A hello with what the ask varies. null: it would name the user to a peer that the driver would not name it to. */
export function seeHello(
  ctx: ProbeContext,
  settings: ApproachSettings,
  ask: AskOf<'wire.hello'>,
  bound: Bound,
): Promise<HelloSighting | null> {
  const { address, transport, command, mechanismsIn } = ask.vary
  return overTransport(settings, endpointIn(ask), ask.vary, bound, async (socket, trusted) => {
    const user = mechanismsIn === undefined ? null : userIn(ctx, mechanismsIn)
    if (mechanismsIn !== undefined && (user === null || !mayName(settings, transport, trusted))) return null
    const what = { address, transport, ...greetingOf(settings), mechanismsFor: user }
    return askHello(socket, command === undefined ? what : { ...what, command }, bound)
  })
}

function userIn({ target }: ProbeContext, source: string): Secret | null {
  return target.username?.withPrefix(`${source}.`) ?? null
}

/** As the driver: over a peer that it accepts, which is any where the user's options ask for no proof. */
function mayName({ tls, trust }: ApproachSettings, transport: 'plain' | 'tls', trusted: boolean): boolean {
  if (transport === 'plain') return !tls
  return trusted || (tls && (trust.allowInvalidCertificates || trust.allowInvalidHostnames))
}
