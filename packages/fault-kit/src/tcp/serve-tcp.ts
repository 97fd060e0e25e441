import { createServer } from 'node:net'
import type { Socket } from 'node:net'

import { listen } from '../served.ts'
import type { Served, Where } from '../served.ts'

/** What a server does with a connection. The same behaviours fit a TCP, a Unix and a TLS socket. */
export type Behaviour = (socket: Socket) => void

/** Serves one behaviour to every connection. A client's half-close does not close the other half. */
export function serveTcp(behaviour: Behaviour, where: Where = {}): Promise<Served> {
  return listen(createServer({ allowHalfOpen: true }, behaviour), where)
}
