import type { Socket } from 'node:net'

/** Takes exact counts of bytes from a socket, one request at a time; rejects when it ends before. */
export class ByteReader {
  readonly #socket: Socket

  constructor(socket: Socket) {
    this.#socket = socket
    socket.pause()
  }

  take(count: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const socket = this.#socket
      const attempt = (): void => {
        const bytes: unknown = count === 0 ? Buffer.alloc(0) : socket.read(count)
        // At the end of the stream `read` hands over what is left, be it less.
        if (Buffer.isBuffer(bytes) && bytes.length === count) settle(() => resolve(bytes))
        else if (Buffer.isBuffer(bytes)) ended()
      }
      const ended = (): void => settle(() => reject(new Error('the client closed')))
      const settle = (act: () => void): void => {
        socket.off('readable', attempt)
        socket.off('end', ended)
        socket.off('close', ended)
        act()
      }
      socket.on('readable', attempt)
      socket.once('end', ended)
      socket.once('close', ended)
      attempt()
    })
  }

  /** Lets the socket flow again, for whoever comes next. */
  release(): void {
    this.#socket.resume()
  }
}
