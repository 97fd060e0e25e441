/** Reads a message of known length from front to back; throws a `RangeError` at its end. */
export class Cursor {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.#at = at
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  get at(): number {
    return this.#at
  }

  uint8(): number {
    return this.take(1).readUInt8(0)
  }

  uint16(): number {
    return this.take(2).readUInt16BE(0)
  }

  take(count: number): Buffer {
    if (count > this.left)
      throw new RangeError(`ends at byte ${this.#bytes.length}, ${count} more wanted at ${this.#at}`)
    this.#at += count
    return this.#bytes.subarray(this.#at - count, this.#at)
  }
}
