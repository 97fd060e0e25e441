import type { AskOf, HelloAnswerSighting, OcspSighting, TlsSighting } from '@mongowhy/core'
import { endpointParts, hostKind } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { stapledIn } from '../ocsp/index.ts'
import { greetingOf } from '../settings.ts'
import type { ProbeContext } from '../context.ts'
import type { ApproachSettings } from '../settings.ts'
import { handshake, sendHello } from '../tls/index.ts'
import { askHello } from '../wire/index.ts'
import { endpointIn, overTcp } from './connection.ts'
import { otherTrust } from './other-trust.ts'

/** A handshake with what the ask varies. */
export function seeHandshake(
  ctx: ProbeContext,
  settings: ApproachSettings,
  ask: AskOf<'tls.handshake'>,
  bound: Bound,
): Promise<TlsSighting> {
  const endpoint = endpointIn(ask)
  const { address, withoutClientCertificate, trust, ...varied } = ask.vary
  return overTcp(settings, endpoint, address, bound, async (socket) => {
    const met = await handshake(
      socket,
      {
        host: endpointParts(endpoint).host,
        address,
        trust: trust === undefined ? settings.trust : otherTrust(ctx, settings.trust, endpoint, trust),
        clientCertificate: withoutClientCertificate === true ? null : settings.clientCertificate,
        ...varied,
      },
      bound,
    )
    if (met.secure === null) return met.finish('not-reached')
    if (varied.verify !== undefined) {
      met.secure.destroy()
      return met.finish('open')
    }
    // TLS 1.3 servers refuse a client certificate only after the handshake, so something must be said first.
    const hello = await askHello(
      met.secure,
      { address, transport: 'tls', ...greetingOf(settings), mechanismsFor: null },
      bound,
    )
    met.secure.destroy()
    const { is } = hello.outcome
    return met.finish(is === 'closed' || is === 'reset' || is === 'silent' ? is : 'open')
  })
}

/** A hello of our own making. */
export function seeRawHello(
  settings: ApproachSettings,
  ask: AskOf<'tls.hello'>,
  bound: Bound,
): Promise<HelloAnswerSighting> {
  const endpoint = endpointIn(ask)
  const { host } = endpointParts(endpoint)
  const own = hostKind(host) === 'name' ? host : null
  const servername = ask.vary.servername === undefined ? own : ask.vary.servername
  return overTcp(settings, endpoint, ask.vary.address, bound, (socket) =>
    sendHello(socket, servername, ask.vary, bound),
  )
}

/** A handshake that asks the server to staple an OCSP answer. */
export function seeStaple(
  settings: ApproachSettings,
  ask: AskOf<'tls.ocsp'>,
  bound: Bound,
): Promise<OcspSighting> {
  const endpoint = endpointIn(ask)
  const { address } = ask.vary
  const { trust, clientCertificate } = settings
  return overTcp(settings, endpoint, address, bound, async (socket) => {
    const { host } = endpointParts(endpoint)
    const met = await handshake(
      socket,
      { host, address, trust, clientCertificate, requestStaple: true },
      bound,
    )
    met.secure?.destroy()
    return stapledIn(met, trust.caFile?.pem ?? null)
  })
}
