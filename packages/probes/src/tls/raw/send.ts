import type { Duplex } from 'node:stream'

import type { HelloAnswerSighting, HelloVariation } from '@mongowhy/core'

import type { Bound } from '../../bound.ts'
import { bounded } from '../../bounded.ts'
import { allSuites } from '../matrix/suites.ts'
import { lastAlert, readAnswer } from './answer.ts'
import { rawHello } from './build.ts'
import { keyShares, x25519Mlkem768 } from './key-share.ts'
import { allGroups, allSignatures, usualCiphers, usualGroups, usualSignatures } from './offers.ts'

// A ServerHello has about a hundred bytes; what sends more before one is no server.
const mostRead = 65_536

/** Sends one ClientHello over a socket that is open and reads the first answer to it. The caller destroys the socket. */
export async function sendHello(
  socket: Duplex,
  servername: string | null,
  vary: HelloVariation,
  bound: Bound,
): Promise<HelloAnswerSighting> {
  const hello = helloOf(servername, vary)
  const answer = await exchange(socket, piecesOf(hello, vary.piece), bound)
  return { address: vary.address, servername, helloBytes: hello.length, ...answer }
}

function helloOf(servername: string | null, vary: HelloVariation): Buffer {
  const kind = vary.keyShare ?? 'classic'
  return rawHello({
    servername,
    versions: vary.versions ?? [0x0303, 0x0304],
    ciphers: vary.ciphers === 'all' ? allSuites().map(({ id }) => id) : (vary.ciphers ?? usualCiphers),
    groups: vary.groups === 'all' ? allGroups : (vary.groups ?? groupsOf(kind)),
    signatures: vary.signatures === 'all' ? allSignatures : (vary.signatures ?? usualSignatures),
    keyShares: keyShares(kind),
    size: vary.size,
  })
}

function groupsOf(kind: 'classic' | 'post-quantum'): readonly number[] {
  return kind === 'classic' ? usualGroups : [x25519Mlkem768, ...usualGroups]
}

function piecesOf(hello: Buffer, length: number = hello.length): readonly Buffer[] {
  const step = Math.max(1, Math.floor(length))
  const pieces: Buffer[] = []
  for (let at = 0; at < hello.length; at += step) pieces.push(hello.subarray(at, at + step))
  return pieces
}

type Answer = Pick<HelloAnswerSighting, 'outcome' | 'bytesRead' | 'answeredMs'>

function exchange(socket: Duplex, pieces: readonly Buffer[], bound: Bound): Promise<Answer> {
  let heard = Buffer.alloc(0)
  let wroteAt = performance.now()
  let answeredMs: number | null = null
  const answer = (outcome: Answer['outcome']): Answer => ({ outcome, bytesRead: heard.length, answeredMs })
  return bounded<Answer>(
    bound,
    (done) => {
      const read = (bytes: Buffer): void => {
        answeredMs ??= performance.now() - wroteAt
        heard = Buffer.concat([heard, bytes])
        const outcome = readAnswer(heard)
        if (outcome !== null) done(answer(outcome))
        else if (heard.length > mostRead) done(answer({ is: 'not-tls', protocol: 'unknown', excerpt: '' }))
      }
      const ended = (): void => done(answer(lastAlert(heard) ?? { is: 'closed' }))
      const failed = (error: NodeJS.ErrnoException): void =>
        done(
          answer(
            lastAlert(heard) ?? {
              is: error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'reset' : 'closed',
            },
          ),
        )
      socket.on('data', read).on('end', ended).on('close', ended).on('error', failed)
      if (socket.destroyed) ended()
      else {
        socket.resume()
        void write(socket, pieces).then(() => {
          wroteAt = performance.now()
        })
      }
      return () => {
        socket.off('data', read).off('end', ended).off('close', ended).off('error', failed)
        if (socket.listenerCount('error') === 0) socket.on('error', () => {})
        socket.pause()
      }
    },
    () => answer(lastAlert(heard) ?? { is: 'silent' }),
  )
}

/** Each piece is a packet of its own: it is handed to the kernel before the next one is written. */
async function write(socket: Duplex, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return
    await new Promise<void>((resolve) => {
      socket.write(piece, () => resolve())
    })
  }
}
