/** Length, request, answered request, operation code: four 32-bit integers. */
export const headerLength = 16
/** The most that a server takes in one message. */
export const longestMessage = 48_000_000

/** Cuts a stream of bytes into messages; throws a `RangeError` on a length that no message can have. */
export class Frames {
  #chunks: Buffer[] = []
  #held = 0

  /** Whether the first bytes of a message are here and the rest is not. */
  get unfinished(): boolean {
    return this.#held > 0
  }

  /** Takes bytes in and gives the messages that are complete with them. */
  push(chunk: Buffer): readonly Buffer[] {
    this.#chunks.push(chunk)
    this.#held += chunk.length
    const complete: Buffer[] = []
    for (let next = this.#next(); next !== null; next = this.#next()) complete.push(next)
    return complete
  }

  #next(): Buffer | null {
    if (this.#held < headerLength) return null
    let first = this.#chunks[0] ?? Buffer.alloc(0)
    if (first.length < headerLength) first = this.#join()
    const length = first.readInt32LE(0)
    if (length < headerLength || length > longestMessage) {
      throw new RangeError(`a message of ${length} bytes`)
    }
    if (this.#held < length) return null
    const all = this.#chunks.length === 1 ? first : this.#join()
    this.#chunks = all.length === length ? [] : [all.subarray(length)]
    this.#held -= length
    return all.subarray(0, length)
  }

  #join(): Buffer {
    const all = Buffer.concat(this.#chunks)
    this.#chunks = [all]
    return all
  }
}
