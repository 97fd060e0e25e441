import { connect } from 'node:net'
import type { Socket } from 'node:net'

import { serveTcp } from '@mongowhy/fault-kit'
import type { Served, Where } from '@mongowhy/fault-kit'
import { freePort } from './free-port.ts'

type Place = Pick<Served, 'host' | 'port'>

/** The way from an application to its server, on which things go wrong while it is in use. */
export interface Way {
  readonly port: number
  /** How many connections of the application are open. */
  open(): number
  /** Ends every connection and refuses new ones, as a server does that was stopped. */
  cut(): Promise<void>
  /** Ends every connection; new ones are taken. */
  drop(): void
  restore(): Promise<void>
  /** Lets nothing through in either direction; connections are taken by the system, and stay. */
  silence(): void
  speak(): void
  /** Leads new connections elsewhere. */
  lead(to: Place): void
  stop(): Promise<void>
}

/** A way to a place, on a port of loopback: any free one unless told. */
export async function openWay(to: Place, at: Where = {}): Promise<Way> {
  const port = at.port ?? (await freePort())
  const near = new Set<Socket>()
  const pairs = new Set<readonly [Socket, Socket]>()
  let silent = false
  let target = to
  const through = (socket: Socket): void => {
    const far = connect({ host: target.host, port: target.port, noDelay: true })
    const pair = [socket, far] as const
    pairs.add(pair)
    far.on('error', () => socket.destroy())
    socket.pipe(far).pipe(socket)
    // No driver closes one half alone.
    socket.once('end', () => socket.destroy())
    socket.once('close', () => {
      far.destroy()
      pairs.delete(pair)
    })
    if (silent) hush(pair)
  }
  const serve = (): Promise<Served> =>
    serveTcp(
      (socket) => {
        near.add(socket)
        socket.once('close', () => near.delete(socket))
        through(socket)
      },
      { ...at, port },
    )
  let served = await serve()
  return {
    port,
    open: () => near.size,
    cut: () => served.stop(),
    drop: () => {
      for (const socket of near) socket.destroy()
    },
    restore: async () => {
      served = await serve()
    },
    silence: () => {
      silent = true
      for (const pair of pairs) hush(pair)
    },
    speak: () => {
      silent = false
      for (const [socket, far] of pairs) socket.pipe(far).pipe(socket)
    },
    lead: (elsewhere) => {
      target = elsewhere
    },
    stop: () => served.stop(),
  }
}

function hush([socket, far]: readonly [Socket, Socket]): void {
  socket.unpipe(far).pause()
  far.unpipe(socket).pause()
}
