import type { AddressInfo, Server, Socket } from 'node:net'

/** Something that listens until it is stopped. `stop()` closes every connection, and may be called again. */
export interface Served {
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

/** Where to listen: 127.0.0.1 and any free port unless told otherwise. Keep to loopback. */
export interface Where {
  readonly host?: string
  readonly port?: number
}

/**
 * Listens on loopback and remembers the connections, so that `stop()` leaves nothing open.
 * Rejects with the error of `listen` (`EADDRINUSE`, …).
 */
export async function listen(server: Server, where: Where = {}): Promise<Served> {
  const stop = stopping(server)
  await started(server, () => server.listen({ host: where.host ?? '127.0.0.1', port: where.port ?? 0 }))
  const { address, port } = server.address() as AddressInfo
  return { host: address, port, stop }
}

/** The same for a Unix socket: `host` is its path, `port` is 0. */
export async function listenAtPath(server: Server, path: string): Promise<Served> {
  const stop = stopping(server)
  await started(server, () => server.listen({ path }))
  return { host: path, port: 0, stop }
}

function started(server: Server, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
    begin()
  })
}

function stopping(server: Server): () => Promise<void> {
  const open = new Set<Socket>()
  let stopped: Promise<void> | null = null
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    // Small records must not wait for an acknowledgement: an RST that follows would swallow them.
    socket.setNoDelay(true)
    // A broken client is no concern of a broken server; without a listener its reset would end the process.
    socket.on('error', () => undefined)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    stopped ??= new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of open) socket.destroy()
    })
    return stopped
  }
}
