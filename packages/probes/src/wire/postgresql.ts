import type { Duplex } from 'node:stream'

import type { PostgresqlSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { excerptOf, recogniseProtocol } from '../protocol.ts'

// SSLRequest: its own length and the code 80877103 (PostgreSQL's documentation, "Message Formats").
const request = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])

/**
 * Asks over an open connection whether PostgreSQL listens: it answers `S` or `N` and waits. No login follows. The caller
 * destroys the socket.
 */
export function askPostgresql(socket: Duplex, address: string, bound: Bound): Promise<PostgresqlSighting> {
  const saw = (outcome: PostgresqlSighting['outcome']): PostgresqlSighting => ({ address, outcome })
  return bounded<PostgresqlSighting>(
    bound,
    (done) => {
      const ended = (): void => done(saw({ is: 'closed' }))
      const failed = (error: NodeJS.ErrnoException): void =>
        done(saw({ is: error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'reset' : 'closed' }))
      socket
        .once('data', (bytes: Buffer) => done(saw(outcomeOf(bytes))))
        .once('end', ended)
        .once('close', ended)
        .on('error', failed)
      if (socket.destroyed) ended()
      else {
        socket.resume()
        socket.write(request)
      }
      return () => socket.destroy()
    },
    () => saw({ is: 'silent' }),
  )
}

function outcomeOf(heard: Buffer): PostgresqlSighting['outcome'] {
  const text = heard.toString('latin1')
  if (text === 'S' || text === 'N') return { is: 'postgresql', offersTls: text === 'S' }
  return { is: 'other', protocol: recogniseProtocol(heard), excerpt: excerptOf(heard) }
}
