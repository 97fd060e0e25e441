import { once } from 'node:events'
import net from 'node:net'

import type { Bound } from '@mongowhy/probes'

export interface Peer {
  readonly socket: net.Socket
  readonly heard: Buffer[]
  stop(): Promise<void>
}

/** A real connection on loopback whose other end behaves as told, once it has heard a message. */
export async function peer(
  behave: (socket: net.Socket, heard: Buffer) => void,
  greet?: Buffer,
): Promise<Peer> {
  const heard: Buffer[] = []
  const open = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    if (greet !== undefined) socket.write(greet)
    socket.on('data', (data) => {
      heard.push(data)
      behave(socket, data)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const socket = net.connect({ host: '127.0.0.1', port: address.port })
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.pause()
  return {
    socket,
    heard,
    stop: async () => {
      socket.destroy()
      for (const each of open) each.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export function bound(timeoutMs: number = 2_000, signal: AbortSignal = new AbortController().signal): Bound {
  return { timeoutMs, signal }
}

/** A frame with the header given; the body follows as it is. */
export function frame(
  body: Buffer,
  header: { length?: number; responseTo?: number; opCode?: number } = {},
): Buffer {
  const start = Buffer.alloc(16)
  start.writeInt32LE(header.length ?? 16 + body.length, 0)
  start.writeInt32LE(7, 4)
  start.writeInt32LE(header.responseTo ?? 1, 8)
  start.writeInt32LE(header.opCode ?? 1, 12)
  return Buffer.concat([start, body])
}

/** The body of an OP_REPLY with one document. */
export function replyBody(document: Buffer): Buffer {
  const start = Buffer.alloc(20)
  start.writeInt32LE(1, 16)
  return Buffer.concat([start, document])
}
