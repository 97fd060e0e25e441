import type { Socket } from 'node:net'

import { readClientHello } from './client-hello.ts'
import type { ClientHello } from './client-hello.ts'

/**
 * Reads until the ClientHello is complete, puts the bytes back and hands it over; null when the client speaks no TLS.
 * A client that closes before is left alone.
 */
export function peekClientHello(socket: Socket, then: (hello: ClientHello | null) => void): void {
  let bytes = Buffer.alloc(0)
  const onReadable = (): void => {
    const chunk: unknown = socket.read()
    if (Buffer.isBuffer(chunk)) bytes = Buffer.concat([bytes, chunk])
    const read = readClientHello(bytes)
    if (bytes.length === 0 || read.is === 'incomplete') return
    stop()
    socket.unshift(bytes)
    then(read.is === 'client-hello' ? read.hello : null)
  }
  const onEnd = (): void => {
    stop()
    socket.destroy()
  }
  const stop = (): void => {
    socket.off('readable', onReadable)
    socket.off('end', onEnd)
  }
  socket.on('readable', onReadable)
  socket.on('end', onEnd)
}
