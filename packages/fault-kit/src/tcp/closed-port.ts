import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

import { listen } from '../served.ts'
import type { Served } from '../served.ts'

/**
 * A port that refuses, and goes on refusing: it is the near end of a connection of our own, so that the system gives it
 * to no one else until `stop()`.
 */
export async function closedPort(where: { readonly host?: string } = {}): Promise<Served> {
  const anchor = await listen(createServer(), where)
  const holder = connect({ host: anchor.host, port: anchor.port })
  const port = await localPort(holder)
  return {
    host: anchor.host,
    port,
    stop: async () => {
      if (!holder.closed) {
        // A reset leaves nothing behind, so that a server may listen there at once.
        holder.resetAndDestroy()
        await once(holder, 'close')
      }
      await anchor.stop()
    },
  }
}

function localPort(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.once('connect', () => resolve(socket.localPort ?? 0))
  })
}
