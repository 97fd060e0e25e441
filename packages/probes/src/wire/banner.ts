import type { Duplex } from 'node:stream'

import type { BannerSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { excerptOf, recogniseProtocol } from '../protocol.ts'

/** Waits over an open connection for the peer to speak first; nothing is sent. The caller destroys the socket. */
export function hearBanner(socket: Duplex, address: string, bound: Bound): Promise<BannerSighting> {
  const began = performance.now()
  const saw = (outcome: BannerSighting['outcome']): BannerSighting => ({
    address,
    outcome,
    afterMs: performance.now() - began,
  })
  return bounded<BannerSighting>(
    bound,
    (done) => {
      const spoke = (bytes: Buffer): void =>
        done(saw({ is: 'spoke', protocol: recogniseProtocol(bytes), excerpt: excerptOf(bytes) }))
      const ended = (): void => done(saw({ is: 'closed' }))
      const failed = (error: NodeJS.ErrnoException): void =>
        done(saw({ is: error.code === 'ECONNRESET' ? 'reset' : 'closed' }))
      socket.once('data', spoke).once('end', ended).once('close', ended).on('error', failed)
      if (socket.destroyed) ended()
      else socket.resume()
      return () => socket.destroy()
    },
    () => saw({ is: 'silent' }),
  )
}
