import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** Everything that arrives until the peer ends the connection. */
export function everythingFrom(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    socket.once('end', () => resolve(text))
    socket.once('error', reject)
  })
}

export interface Seen {
  readonly connected: boolean
  readonly text: string
  readonly ended: 'end' | 'silent' | (string & {})
}

/** Connects, sends what it is given, and says how it ended: `end`, an error code, or `silent` after `withinMs`. */
export function look(
  to: { readonly host: string; readonly port: number },
  send: string | Buffer = '',
  withinMs = 300,
): Promise<Seen> {
  return new Promise((resolve) => {
    const socket = connect(to.host.startsWith('/') ? { path: to.host } : { host: to.host, port: to.port })
    let connected = false
    let text = ''
    const settle = (ended: Seen['ended']): void => {
      clearTimeout(timer)
      resolve({ connected, text, ended })
      socket.destroy()
    }
    const timer = setTimeout(() => settle('silent'), withinMs)
    socket.on('connect', () => {
      connected = true
      if (send.length > 0) socket.write(send)
    })
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    socket.on('end', () => settle('end'))
    socket.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
  })
}
