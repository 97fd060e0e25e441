import type { Socket } from 'node:net'

import type { Reply, Transport } from './answer.ts'

/** DNS over TCP: each message behind its length in two bytes. At most 64 kB can wait, which one length can say. */
export function answerFrames(
  socket: Socket,
  answer: (bytes: Buffer, transport: Transport) => Promise<Reply>,
): void {
  let waiting = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 2 && waiting.length >= 2 + waiting.readUInt16BE(0)) {
      const end = 2 + waiting.readUInt16BE(0)
      const message = waiting.subarray(2, end)
      waiting = waiting.subarray(end)
      void answer(message, 'tcp').then((reply) => send(socket, reply))
    }
  })
}

function send(socket: Socket, reply: Reply): void {
  if (reply.is === 'close') socket.destroy()
  if (socket.destroyed || reply.is !== 'bytes') return
  const length = Buffer.alloc(2)
  length.writeUInt16BE(reply.bytes.length, 0)
  socket.write(Buffer.concat([length, reply.bytes]))
}
