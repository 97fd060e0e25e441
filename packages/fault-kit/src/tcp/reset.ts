import type { Socket } from 'node:net'

const carriers = new WeakMap<Socket, Socket>()

/** Notes the TCP socket under a TLS socket, which alone can be reset. */
export function carriedBy(secure: Socket, carrier: Socket): void {
  carriers.set(secure, carrier)
}

/** Sends an RST, under TLS as well. */
export function reset(socket: Socket): void {
  const carrier = carriers.get(socket)
  if (carrier === undefined) socket.resetAndDestroy()
  else {
    carrier.resetAndDestroy()
    socket.destroy()
  }
}
