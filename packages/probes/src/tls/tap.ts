import { Duplex } from 'node:stream'

import type { Chunk } from './framing.ts'

// A handshake that fills this is none; OpenSSL itself stops at a certificate list of 100 kB.
const maxKept = 1 << 20

/** Stands between the TCP socket and TLS: passes every byte on, and keeps a copy of the first of them with its time. */
export class Tap extends Duplex {
  readonly #socket: Duplex
  readonly #began: number = performance.now()
  readonly #chunks: Chunk[] = []
  #kept = 0
  /** The code of a network error, `ECONNRESET` say; null before one. */
  networkError: string | null = null
  /** The peer has sent its FIN. */
  ended = false
  /** When it did, or when the network failed; null while neither happened. */
  endedAt: number | null = null

  constructor(socket: Duplex) {
    super({ allowHalfOpen: true })
    this.#socket = socket
    socket.on('data', (bytes: Buffer) => {
      this.#keep('received', bytes)
      if (!this.push(bytes)) socket.pause()
    })
    socket.once('end', () => {
      this.ended = true
      this.endedAt ??= performance.now() - this.#began
      this.push(null)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.networkError ??= error.code ?? 'unknown'
      this.endedAt ??= performance.now() - this.#began
      this.destroy(error)
    })
    socket.once('close', () => {
      this.destroy()
    })
  }

  /** Everything that was kept so far, both directions, in order of time. */
  get chunks(): readonly Chunk[] {
    return this.#chunks
  }

  /** More came than any handshake has. */
  get overflowed(): boolean {
    return this.#kept >= maxKept
  }

  #keep(direction: Chunk['direction'], bytes: Buffer): void {
    if (this.#kept >= maxKept) return
    this.#kept += bytes.length
    this.#chunks.push({ direction, bytes, at: performance.now() - this.#began })
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(bytes: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#keep('sent', bytes)
    this.#socket.write(bytes, done)
  }

  override _final(done: () => void): void {
    this.#socket.end()
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }
}
