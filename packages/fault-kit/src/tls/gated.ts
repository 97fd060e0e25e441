import type { Socket } from 'node:net'
import { createServer } from 'node:tls'
import type { TLSSocket, TlsOptions as ServerOptions } from 'node:tls'

import { carriedBy } from '../tcp/reset.ts'
import { Gate } from './gate.ts'
import type { GatePlan } from './gate.ts'

/**
 * Serves TLS on one connection through a gate. The server is made for this connection alone, so that its key log and
 * its judgement of the client need no looking up.
 */
export function serveGated(
  raw: Socket,
  plan: GatePlan,
  options: ServerOptions,
  judge: (secure: TLSSocket, gate: Gate) => void,
): void {
  const gate = new Gate(raw, plan)
  const server = createServer(options)
  server.on('keylog', (line: Buffer, secure: TLSSocket) => gate.learn(line, secure))
  server.on('secureConnection', (secure) => {
    secure.on('error', () => undefined)
    carriedBy(secure, raw)
    judge(secure, gate)
  })
  server.emit('connection', gate)
}
