import type { Socket } from 'node:net'

import { reset } from './reset.ts'
import type { Behaviour } from './serve-tcp.ts'

/** Accepts, reads and never says a word. */
export function acceptAndHang(): Behaviour {
  return (socket) => hang(socket)
}

/** Accepts and closes in an orderly way (FIN) before any byte. */
export function acceptAndClose(): Behaviour {
  return (socket) => close(socket)
}

/** Accepts and resets at once (RST). */
export function acceptAndReset(): Behaviour {
  return (socket) => reset(socket)
}

/** Reads at least `count` bytes, then closes in an orderly way (FIN). */
export function closeAfterBytes(count: number): Behaviour {
  return (socket) => afterBytes(socket, count, () => close(socket))
}

/** Reads at least `count` bytes, then resets (RST). */
export function resetAfterBytes(count: number): Behaviour {
  return (socket) => afterBytes(socket, count, () => reset(socket))
}

/** What comes after the bytes of an answer. */
export type Ending = 'close' | 'reset' | 'hang'

/** Speaks first: sends the bytes at once, as SSH, SMTP and MySQL do. */
export function answerWith(bytes: Uint8Array | string, ending: Ending = 'close'): Behaviour {
  return (socket) => answer(socket, bytes, ending)
}

/** Waits for at least `count` bytes, then sends these. */
export function answerAfter(count: number, bytes: Uint8Array | string, ending: Ending = 'close'): Behaviour {
  return (socket) => afterBytes(socket, count, () => answer(socket, bytes, ending))
}

/** Sends the bytes one by one. Starts over at their end when `endless`; otherwise hangs there. */
export function trickle(
  bytes: Uint8Array | string,
  everyMs: number,
  options: { readonly endless?: boolean } = {},
): Behaviour {
  const all = Buffer.from(bytes)
  return (socket) => {
    socket.resume()
    let next = 0
    const timer = setInterval(() => {
      if (next === all.length && options.endless === true) next = 0
      if (next >= all.length || socket.destroyed) return clearInterval(timer)
      socket.write(all.subarray(next, next + 1))
      next += 1
    }, everyMs)
    socket.once('close', () => clearInterval(timer))
  }
}

/** Ends a connection after its last bytes in one of the three ways. */
export function conclude(socket: Socket, ending: Ending): void {
  switch (ending) {
    case 'close':
      return close(socket)
    case 'reset':
      return reset(socket)
    case 'hang':
      return hang(socket)
  }
}

function answer(socket: Socket, bytes: Uint8Array | string, ending: Ending): void {
  socket.write(bytes, () => conclude(socket, ending))
}

// Reading on keeps the close orderly: a socket closed with unread bytes would be reset by the kernel.
function close(socket: Socket): void {
  socket.resume()
  socket.once('end', () => socket.destroy())
  socket.end()
}

function hang(socket: Socket): void {
  socket.resume()
  socket.once('end', () => socket.destroy())
}

function afterBytes(socket: Socket, count: number, act: () => void): void {
  let read = 0
  const onData = (chunk: Buffer): void => {
    read += chunk.length
    if (read < count) return
    socket.off('data', onData)
    socket.off('end', onEnd)
    act()
  }
  const onEnd = (): void => void socket.destroy()
  socket.on('data', onData)
  socket.once('end', onEnd)
}
