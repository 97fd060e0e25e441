import type { Socket } from 'node:net'

const carriers = new WeakMap<Socket, Socket>()

/** Notes the TCP socket under a TLS socket, which alone can be reset. */
export function carriedBy(secure: Socket, carrier: Socket): void {
  carriers.set(secure, carrier)
}

// An RST on the heels of data can overtake it, or be read as an orderly end. Under TLS there is always data before, and
// Node 20 crashes when the handle below goes away inside a callback of the TLS handle.
const graceMs = 20

/** Sends an RST, under TLS as well. After data of ours it waits until the peer has had time to read. */
export function reset(socket: Socket): void {
  const carrier = carriers.get(socket) ?? socket
  const act = (): void => {
    if (!carrier.destroyed) carrier.resetAndDestroy()
  }
  if (carrier === socket && socket.bytesWritten === 0) return act()
  const timer = setTimeout(act, graceMs)
  carrier.once('close', () => clearTimeout(timer))
}
