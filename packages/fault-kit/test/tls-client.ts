import { connect } from 'node:tls'
import type { ConnectionOptions } from 'node:tls'

export interface SeenTls {
  readonly events: readonly string[]
  readonly protocol: string | null
  readonly authorizationError: string | null
  readonly text: string
}

/** What Node's own client makes of a server: the names of its events, errors by their codes; it says `hi` when connected. */
export function secureLook(
  to: { readonly host: string; readonly port: number },
  options: ConnectionOptions = {},
): Promise<SeenTls> {
  return new Promise((resolve) => {
    const events: string[] = []
    let text = ''
    const socket = connect({
      host: to.host,
      port: to.port,
      servername: 'db.lab.test',
      rejectUnauthorized: false,
      ...options,
    })
    const timer = setTimeout(() => {
      events.push('silent')
      socket.destroy()
    }, 600)
    let protocol: string | null = null
    let authorizationError: string | null = null
    socket.on('secureConnect', () => {
      protocol = socket.getProtocol()
      authorizationError = socket.authorized ? null : String(socket.authorizationError)
      events.push('secureConnect')
      socket.write('hi')
    })
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', (error: NodeJS.ErrnoException) => events.push(error.code ?? error.message))
    socket.on('end', () => events.push('end'))
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ events, protocol, authorizationError, text })
    })
  })
}
