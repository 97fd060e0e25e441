import { TextDecoder } from 'node:util'

import { encodingOf } from './encoding.ts'
import { UsageError } from './exit-status.ts'

// Enough to tell an encoding, and text from what is none.
const sampleBytes = 4_096

// A log may begin with NUL bytes, after a crash or a rotation; a stream of nothing else for this long is a device.
const mostBlank = 16 * 1024 * 1024

// In text of any encoding that is told, fewer characters than this are controls or no characters at all.
const mostUnreadable = 0.3

/**
 * Makes text of bytes as they come: UTF-8, UTF-16 with a byte order mark or without, NUL bytes left out. Throws a
 * UsageError that begins with `what` where the bytes are no text.
 */
export class TextPieces {
  readonly #what: string
  readonly #endless: boolean
  #waiting: Buffer | null = Buffer.alloc(0)
  #decoder = new TextDecoder()
  #blank = 0

  /** `endless`: nothing bounds the input but what comes of it. A file may be full of holes. */
  constructor(what: string, { endless }: { readonly endless: boolean }) {
    this.#what = what
    this.#endless = endless
  }

  push(piece: Buffer): string {
    if (this.#waiting === null) return this.#decoded(piece)
    const waiting = Buffer.concat([this.#waiting, piece])
    if (waiting.length < sampleBytes) {
      this.#waiting = waiting
      return ''
    }
    return this.#begin(waiting)
  }

  end(): string {
    const waiting = this.#waiting
    const first = waiting === null ? '' : this.#begin(waiting)
    return first + this.#decoder.decode()
  }

  #begin(bytes: Buffer): string {
    this.#waiting = null
    const sample = bytes.subarray(0, sampleBytes)
    this.#decoder = new TextDecoder(encodingOf(sample))
    if (sample[0] === 0x1f && sample[1] === 0x8b)
      throw new UsageError(`${this.#what} is compressed with gzip: gunzip -c FILE | mongowhy explain`)
    const text = this.#decoded(bytes)
    const start = text.slice(0, sampleBytes)
    const unreadable = start.match(notText)?.length ?? 0
    if (unreadable > start.length * mostUnreadable) throw new UsageError(`${this.#what} is not text`)
    return text
  }

  #decoded(bytes: Buffer): string {
    const text = this.#decoder.decode(bytes, { stream: true })
    const kept = text.includes('\0') ? text.replace(nul, '') : text
    this.#blank = kept === '' ? this.#blank + bytes.length : 0
    if (this.#endless && this.#blank >= mostBlank)
      throw new UsageError(`${this.#what} is not text: it holds NUL bytes alone`)
    return kept
  }
}

/* oxlint-disable-next-line no-control-regex */
const nul = /\u0000+/g

// A terminal's sequences begin with ESC, and are text.
/* oxlint-disable-next-line no-control-regex */
const notText = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g
