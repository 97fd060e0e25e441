import { connect } from 'node:net'
import type { Socket } from 'node:net'

import { reset } from './reset.ts'
import type { Served, Where } from '../served.ts'
import { serveTcp } from './serve-tcp.ts'
import type { Behaviour } from './serve-tcp.ts'

export interface RelayManner {
  /** Added to every chunk in each direction, so that a round trip takes twice as long; the TCP handshake is not delayed. */
  readonly delayMs?: number
  /** Lets so many bytes of the answer through, and then ends the connection. */
  readonly cutAfter?: number
}

export interface RelayOptions extends RelayManner, Where {
  readonly to: { readonly host: string; readonly port: number }
}

/** Passes connections on, byte by byte, with ends and resets, and a delay where told. */
export function relay(options: RelayOptions): Promise<Served> {
  return serveTcp(relayTo(options.to, options), options)
}

/** The same as a behaviour, for `otherwise` and `inner`. A target that refuses shows as a reset. */
export function relayTo(
  to: { readonly host: string; readonly port: number },
  { delayMs = 0, cutAfter = Infinity }: RelayManner = {},
): Behaviour {
  return (near) => {
    const far = connect({ host: to.host, port: to.port, allowHalfOpen: true, noDelay: true })
    pass(near, far, delayMs, Infinity)
    pass(far, near, delayMs, cutAfter)
  }
}

function pass(from: Socket, into: Socket, delayMs: number, cutAfter: number): void {
  let left = cutAfter
  const later = (act: () => void): void => {
    if (delayMs === 0) act()
    else setTimeout(act, delayMs)
  }
  from.on('data', (chunk: Buffer) => {
    later(() => {
      if (into.destroyed) return
      if (chunk.length >= left) {
        into.end(chunk.subarray(0, left))
        from.destroy()
        return
      }
      left -= chunk.length
      if (into.write(chunk)) return
      from.pause()
      into.once('drain', () => from.resume())
    })
  })
  from.once('end', () => later(() => into.end()))
  from.on('error', () => later(() => reset(into)))
  from.once('close', (hadError: boolean) => {
    if (!hadError) later(() => into.destroySoon())
  })
}
