import { connect } from 'node:net'

// The broadcast address of the loopback network: TCP has no route to it, and nothing can leave the machine.
const candidate = '127.255.255.255'

/**
 * An address to which `connect` fails at once with `ENETUNREACH` or `EHOSTUNREACH`, without a packet that leaves
 * loopback; null where the system has none.
 */
export function unroutedAddress(): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: candidate, port: 1 })
    socket.setTimeout(500, () => socket.destroy())
    socket.once('connect', () => socket.destroy())
    let code: string | undefined
    socket.once('error', (error: NodeJS.ErrnoException) => {
      code = error.code
    })
    socket.once('close', () => resolve(code === 'ENETUNREACH' || code === 'EHOSTUNREACH' ? candidate : null))
  })
}
