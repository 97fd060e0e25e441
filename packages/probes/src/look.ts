import type { Duplex } from 'node:stream'

import { endpointParts } from '@mongowhy/core'
import type { Ask, AskOf, Endpoint, HelloSighting, SkipReason, TlsSighting } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import type { ProbeContext } from './context.ts'
import { dial } from './dial.ts'
import { askDns } from './dns/index.ts'
import type { ApproachSettings } from './settings.ts'
import { handshake } from './tls/index.ts'
import type { Handshake } from './tls/index.ts'
import { askBuild, askHello } from './wire/index.ts'

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
  const { recorder, signal } = ctx
  const bound: Bound = { signal, timeoutMs }
  switch (ask.probe) {
    case 'dns.query':
      await recorder.run(ask, signal, () => askDns(ask.vary, bound))
      return
    case 'tcp.connect':
      await recorder.run(ask, signal, async () => {
        const dialled = await dial({ ...settings, proxy: null }, endpointIn(ask), ask.vary.address, bound)
        dialled.socket?.destroy()
        if (dialled.by === 'proxy') throw new Error('went through the proxy')
        return dialled.saw
      })
      return
    case 'tls.handshake':
      await recorder.run(ask, signal, () => seeHandshake(settings, ask, bound))
      return
    case 'wire.hello':
      await recorder.run(ask, signal, () => seeHello(settings, ask, bound))
      return
    case 'wire.build':
      await recorder.run(ask, signal, () =>
        overTransport(settings, endpointIn(ask), ask.vary, bound, (socket) => askBuild(socket, bound)),
      )
      return
    case 'uri.parse':
    case 'env.host':
    case 'env.runtimes':
    case 'env.file':
    case 'proxy.connect':
    case 'auth.login':
    case 'authz.privileges':
    case 'ops.run':
    case 'driver.connect': {
      const reason: SkipReason = 'not-asked'
      recorder.skip(ask, reason)
      return
    }
  }
}

function endpointIn(ask: Ask): Endpoint {
  if (ask.endpoint === null) throw new TypeError(`${ask.probe} needs an endpoint`)
  return ask.endpoint
}

async function open(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
): Promise<Duplex> {
  const { socket, saw } = await dial(settings, endpoint, address, bound)
  if (socket === null) throw new Error(`could not connect: ${saw.outcome.is}`)
  return socket
}

async function seeHandshake(
  settings: ApproachSettings,
  ask: AskOf<'tls.handshake'>,
  bound: Bound,
): Promise<TlsSighting> {
  const endpoint = endpointIn(ask)
  const { address, withoutClientCertificate, ...varied } = ask.vary
  const socket = await open(settings, endpoint, address, bound)
  try {
    const met = await handshake(
      socket,
      {
        host: endpointParts(endpoint).host,
        address,
        trust: settings.trust,
        clientCertificate: withoutClientCertificate === true ? null : settings.clientCertificate,
        ...varied,
      },
      bound,
    )
    if (met.secure === null) return met.finish('not-reached')
    // TLS 1.3 servers refuse a client certificate only after the handshake, so something must be said first.
    const hello = await askHello(
      met.secure,
      { address, transport: 'tls', loadBalanced: settings.loadBalanced, mechanismsFor: null },
      bound,
    )
    met.secure.destroy()
    const { is } = hello.outcome
    return met.finish(is === 'closed' || is === 'reset' || is === 'silent' ? is : 'open')
  } finally {
    socket.destroy()
  }
}

function seeHello(
  settings: ApproachSettings,
  ask: AskOf<'wire.hello'>,
  bound: Bound,
): Promise<HelloSighting> {
  const { address, transport, command } = ask.vary
  const what = { address, transport, loadBalanced: settings.loadBalanced, mechanismsFor: null }
  return overTransport(settings, endpointIn(ask), ask.vary, bound, (socket) =>
    askHello(socket, command === undefined ? what : { ...what, command }, bound),
  )
}

async function overTransport<Saw>(
  settings: ApproachSettings,
  endpoint: Endpoint,
  over: { readonly address: string; readonly transport: 'plain' | 'tls' },
  bound: Bound,
  talk: (socket: Duplex) => Promise<Saw>,
): Promise<Saw> {
  const socket = await open(settings, endpoint, over.address, bound)
  let met: Handshake | null = null
  try {
    if (over.transport === 'plain') return await talk(socket)
    const { host } = endpointParts(endpoint)
    met = await handshake(
      socket,
      { host, address: over.address, trust: settings.trust, clientCertificate: settings.clientCertificate },
      bound,
    )
    if (met.secure === null) throw new Error('the TLS handshake failed')
    return await talk(met.secure)
  } finally {
    met?.secure?.destroy()
    socket.destroy()
  }
}
