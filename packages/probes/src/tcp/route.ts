import { createSocket } from 'node:dgram'

import { hostKind } from '@mongowhy/core'

// Asking the routing table waits for nobody; this is for a system that behaves oddly.
const withinMs = 200

// Other errors (no port, no descriptor, no such family) say nothing about the way.
const noWay = ['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EACCES', 'EPERM', 'EINVAL']

/**
 * Whether this machine's own routing lets packets out to an address. Connecting a datagram socket asks the routing table
 * and sends nothing, so it tells a route that is missing here from a refusal that came back. Null: no answer.
 */
export function hasRoute(address: string): Promise<boolean | null> {
  const kind = hostKind(address)
  if (kind !== 'ipv4' && kind !== 'ipv6') return Promise.resolve(null)
  return new Promise((resolve) => {
    const socket = createSocket(kind === 'ipv6' ? 'udp6' : 'udp4')
    const settle = (answer: boolean | null): void => {
      clearTimeout(timer)
      socket.off('connect', connected)
      socket.close(() => resolve(answer))
    }
    const connected = (): void => settle(true)
    const timer = setTimeout(() => settle(null), withinMs)
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(noWay.includes(error.code ?? '') ? false : null),
    )
    socket.once('connect', connected)
    // The port is that of discard; nothing is sent to it.
    socket.connect(9, address)
  })
}
