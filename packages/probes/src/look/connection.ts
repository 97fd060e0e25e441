import type { Duplex } from 'node:stream'

import { endpointParts } from '@mongowhy/core'
import type { Ask, Endpoint } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { dial } from '../dial.ts'
import type { ApproachSettings } from '../settings.ts'
import { handshake } from '../tls/index.ts'
import type { Handshake } from '../tls/index.ts'

export function endpointIn(ask: Ask): Endpoint {
  if (ask.endpoint === null) throw new TypeError(`${ask.probe} needs an endpoint`)
  return ask.endpoint
}

/** Talks over a connection of its own, which is closed afterwards. Throws where none can be opened. */
export async function overTcp<Saw>(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
  talk: (socket: Duplex) => Promise<Saw>,
): Promise<Saw> {
  const { socket, saw } = await dial(settings, endpoint, address, bound)
  if (socket === null) throw new Error(`could not connect: ${saw.outcome.is}`)
  try {
    return await talk(socket)
  } finally {
    socket.destroy()
  }
}

/** The same over TCP alone or TLS; `trusted` is false without TLS. Throws where the handshake fails. */
export function overTransport<Saw>(
  settings: ApproachSettings,
  endpoint: Endpoint,
  over: {
    readonly address: string
    readonly transport: 'plain' | 'tls'
    readonly servername?: string | null
  },
  bound: Bound,
  talk: (socket: Duplex, trusted: boolean) => Promise<Saw>,
): Promise<Saw> {
  return overTcp(settings, endpoint, over.address, bound, async (socket) => {
    if (over.transport === 'plain') return talk(socket, false)
    const met = await shakeHands(settings, endpoint, over, socket, bound)
    if (met.secure === null) throw new Error('the TLS handshake failed')
    try {
      return await talk(met.secure, met.trusted)
    } finally {
      met.secure.destroy()
    }
  })
}

function shakeHands(
  { trust, clientCertificate }: ApproachSettings,
  endpoint: Endpoint,
  { address, servername }: { readonly address: string; readonly servername?: string | null },
  socket: Duplex,
  bound: Bound,
): Promise<Handshake> {
  const { host } = endpointParts(endpoint)
  return handshake(socket, { host, address, servername, trust, clientCertificate }, bound)
}
