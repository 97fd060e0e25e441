import net from 'node:net'

import { hostKind } from '@mongowhy/core'
import type { TcpSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { hasRoute } from './route.ts'

/** Where to connect: `address` is the IP address, or the path of a Unix socket (then `port` is null). */
export interface TcpDestination {
  readonly host: string
  readonly port: number | null
  readonly address: string
}

export interface OpenedTcp {
  readonly saw: TcpSighting
  /** Open, paused, with an error handler attached; whoever gets it destroys it. null: not open. */
  readonly socket: net.Socket | null
}

type Outcome = TcpSighting['outcome']

/**
 * Connects to one address. A failure is what was seen, not an error; rejects only with the signal's reason.
 * `settleMs`: how long to stay after the connect for a reset that comes at once. It is 0, as the next step meets such a
 * reset as well (`resetBeforeUse`), and a wait would be paid by every healthy connection.
 */
export async function openTcp(
  to: TcpDestination,
  bound: Bound,
  { settleMs = 0 }: { readonly settleMs?: number } = {},
): Promise<OpenedTcp> {
  const isSocket = to.port === null
  const startedAt = performance.now()
  const socket = new net.Socket()
  const met = await bounded<Outcome>(
    bound,
    (done) => {
      let keep = false
      let settling: NodeJS.Timeout | undefined
      socket.on('error', (error) => done(outcomeOf(error, isSocket)))
      socket.once('connect', () => {
        const roundTripMs = performance.now() - startedAt
        const open = (): void => {
          keep = true
          done({ is: 'open', roundTripMs })
        }
        if (settleMs > 0) settling = setTimeout(open, settleMs)
        else open()
      })
      if (to.port === null) socket.connect({ path: to.address })
      else socket.connect({ host: to.address, port: to.port, noDelay: true, autoSelectFamily: false })
      return () => {
        clearTimeout(settling)
        if (!keep) socket.destroy()
      }
    },
    () => ({ is: 'silent' }),
  )
  const outcome = concernsRouting(met) ? await withRoute(met, to.address) : met
  const saw: TcpSighting = { address: to.address, port: to.port, family: familyOf(to.address), outcome }
  return { saw, socket: outcome.is === 'open' ? socket : null }
}

type Told = Extract<Outcome, { readonly is: 'unreachable' | 'failed' }>

/**
 * Whether the routing has something to say about the error. It may be the word of a router or a firewall elsewhere: Linux
 * makes EACCES of ICMPv6's "administratively prohibited", which firewalld sends by default, and EHOSTUNREACH of its
 * counterpart in IPv4. And "forbidden" may be the word of a prohibiting route, or of a rule about the port.
 */
function concernsRouting(outcome: Outcome): outcome is Told {
  if (outcome.is === 'failed') return outcome.errno === 'EACCES' || outcome.errno === 'EPERM'
  return outcome.is === 'unreachable'
}

async function withRoute(outcome: Told, address: string): Promise<Outcome> {
  const routed = await hasRoute(address)
  return routed === null ? outcome : { ...outcome, routed }
}

/** Whether the peer reset an open connection before we used it. */
export function resetBeforeUse(socket: net.Socket): boolean {
  return socket.destroyed && socket.errored !== null && codeOf(socket.errored) === 'ECONNRESET'
}

/** The errno name of a system error; `UNKNOWN` where it has none. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'UNKNOWN'
}

function outcomeOf(error: Error, isSocket: boolean): Outcome {
  const errno = codeOf(error)
  switch (errno) {
    case 'ECONNREFUSED':
      return { is: 'refused' }
    case 'ETIMEDOUT':
      return { is: 'silent' }
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
    case 'ENETDOWN':
    case 'ENOPROTOOPT':
    case 'EHOSTDOWN':
    case 'ENONET':
      return { is: 'unreachable', errno }
    case 'ECONNRESET':
    case 'EPIPE':
      return { is: 'reset' }
    case 'ENOENT':
    case 'ENOTDIR':
      return isSocket ? { is: 'socket-missing' } : { is: 'failed', errno }
    case 'EACCES':
    case 'EPERM':
      return isSocket ? { is: 'socket-denied' } : { is: 'failed', errno }
    default:
      return { is: 'failed', errno }
  }
}

function familyOf(address: string): TcpSighting['family'] {
  switch (hostKind(address)) {
    case 'socket':
      return 'unix'
    case 'ipv6':
      return 'ipv6'
    case 'ipv4':
    case 'name':
      return 'ipv4'
  }
}
