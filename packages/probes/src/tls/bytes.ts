/** Reads big-endian fields in order; past the end every read gives null, so that a parser cannot run over. */
export class Fields {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get rest(): number {
    return this.#bytes.length - this.#at
  }

  number(size: 1 | 2 | 3): number | null {
    if (this.rest < size) return null
    const value = this.#bytes.readUIntBE(this.#at, size)
    this.#at += size
    return value
  }

  take(length: number): Buffer | null {
    if (length < 0 || this.rest < length) return null
    const taken = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return taken
  }

  /** A vector: its length in `size` bytes, then that many bytes. */
  vector(size: 1 | 2 | 3): Buffer | null {
    const length = this.number(size)
    return length === null ? null : this.take(length)
  }
}
