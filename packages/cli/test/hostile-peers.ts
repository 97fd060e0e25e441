import type { Socket } from 'node:net'

import type { Served } from '@mongowhy/fault-kit'
import { onTestFinished } from 'vitest'

import { diagnosed } from './hostile.ts'
import type { Met } from './hostile.ts'
import { canary } from './run.ts'

/** What would clear the screen, turn the writing round and ring. */
export const forged = '\u001b[2J\u202e\u0007'

/** Diagnoses what is served, with a login, and checks what must always hold. */
export async function meeting(
  served: Promise<Served>,
  options = '',
  args: readonly string[] = [],
): Promise<Met> {
  const { host, port, stop } = await served
  onTestFinished(stop)
  return diagnosed(['env:URI', ...args], {
    env: { URI: `mongodb://ada:${canary}@${host}:${port}/app?${options}` },
  })
}

/** Answers the first message with a header of its own making, and what follows it. */
export function answer(
  header: { readonly length: number; readonly opCode?: number },
  rest: Uint8Array = Buffer.alloc(0),
) {
  return (socket: Pick<Socket, 'on' | 'write'>): void => {
    socket.on('data', (asked: Buffer) => {
      const start = Buffer.alloc(16)
      start.writeInt32LE(header.length, 0)
      start.writeInt32LE(asked.length >= 8 ? asked.readInt32LE(4) : 0, 8)
      start.writeInt32LE(header.opCode ?? 1, 12)
      socket.write(Buffer.concat([start, rest]))
    })
  }
}

/** Sends the same bytes for as long as the other end takes them. */
export function flood(bytes: Buffer) {
  return (socket: Pick<Socket, 'on' | 'write' | 'resume' | 'destroyed'>): void => {
    const more = (): void => {
      while (!socket.destroyed && socket.write(bytes));
    }
    socket.resume()
    socket.on('drain', more)
    more()
  }
}

/** Sends one byte after the other, without end. */
export function drip(byte: number) {
  return (socket: Pick<Socket, 'on' | 'write' | 'resume'>): void => {
    socket.resume()
    const timer = setInterval(() => socket.write(Buffer.from([byte])), 20)
    socket.on('close', () => clearInterval(timer))
  }
}
