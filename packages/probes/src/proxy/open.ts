import type net from 'node:net'

import { endpointOf, hostKind } from '@mongowhy/core'
import type { ProxySighting, Secret } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { remaining } from '../bounded.ts'
import { resolveSystem } from '../dns/system.ts'
import { openTcp } from '../tcp/open.ts'
import { negotiate } from './negotiate.ts'

/** A SOCKS5 proxy as the connection string names it; its credentials go to nobody else. */
export interface ProxySettings {
  readonly host: string
  readonly port: number
  readonly username: Secret | null
  readonly password: Secret | null
}

export interface OpenedThroughProxy {
  readonly saw: ProxySighting
  /** The tunnel: open, paused, with an error handler attached; whoever gets it destroys it. */
  readonly socket: net.Socket | null
}

/**
 * Asks a SOCKS5 proxy (RFC 1928, RFC 1929) for a connection to the named host; the proxy resolves the name, as it does
 * for the driver. Each way of failing is kept apart; rejects only with the signal's reason.
 */
export async function openThroughProxy(
  proxy: ProxySettings,
  to: { readonly host: string; readonly port: number },
  bound: Bound,
): Promise<OpenedThroughProxy> {
  const since = performance.now()
  const name = endpointOf(proxy.host, proxy.port)
  const addresses = await addressesOf(proxy.host, bound)
  let errno = 'ENOTFOUND'
  for (const address of addresses) {
    const { saw, socket } = await openTcp(
      { host: proxy.host, port: proxy.port, address },
      remaining(bound, since),
    )
    if (socket !== null) return tunnel(name, socket, proxy, to, remaining(bound, since))
    errno = errnoOf(saw.outcome)
  }
  return { saw: { proxy: name, outcome: { is: 'unreachable', errno } }, socket: null }
}

async function tunnel(
  name: string,
  socket: net.Socket,
  proxy: ProxySettings,
  to: { readonly host: string; readonly port: number },
  bound: Bound,
): Promise<OpenedThroughProxy> {
  let connected = false
  try {
    const outcome = await negotiate(socket, proxy, to, bound)
    connected = outcome.is === 'connected'
    return { saw: { proxy: name, outcome }, socket: connected ? socket : null }
  } finally {
    if (!connected) socket.destroy()
  }
}

async function addressesOf(host: string, bound: Bound): Promise<readonly string[]> {
  return hostKind(host) === 'name' ? (await resolveSystem(host, bound)).order : [host]
}

function errnoOf(outcome: Awaited<ReturnType<typeof openTcp>>['saw']['outcome']): string {
  switch (outcome.is) {
    case 'refused':
      return 'ECONNREFUSED'
    case 'silent':
      return 'ETIMEDOUT'
    case 'reset':
      return 'ECONNRESET'
    case 'unreachable':
    case 'failed':
      return outcome.errno
    case 'open':
    case 'socket-missing':
    case 'socket-denied':
      return 'UNKNOWN'
  }
}
