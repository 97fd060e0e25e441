import type { RecordKeys13 } from './record-keys.ts'

/** Where a record of the server ends: at one of these messages, or nowhere of note. */
export type Mark = 'server-hello' | 'certificate' | 'flight-end' | 'finished' | null

const changeCipherSpec = 20
const handshake = 22

// The random of a ServerHello that only asks the client to try again (RFC 8446, section 4.1.3).
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c'

/** Follows what a server sends, record by record, to tell how far its handshake is. */
export class ServerFlight {
  readonly #keys: () => RecordKeys13 | null
  #is13 = false
  #encrypted = false
  #sequence = 0
  #serverRandom: Buffer = Buffer.alloc(32)
  #unread = 0

  /** `keys` gives the server's handshake keys of TLS 1.3 as soon as they are known. */
  constructor(keys: () => RecordKeys13 | null) {
    this.#keys = keys
  }

  get is13(): boolean {
    return this.#is13
  }

  get serverRandom(): Buffer {
    return this.#serverRandom
  }

  /** How many records the server has encrypted with its present keys. */
  get sequence(): number {
    return this.#sequence
  }

  read(record: Buffer): Mark {
    const type = record[0]
    if (this.#is13) return type === changeCipherSpec ? null : this.#readEncrypted(record)
    if (type === changeCipherSpec) {
      this.#encrypted = true
      return null
    }
    if (this.#encrypted) {
      this.#sequence += 1
      return type === handshake ? 'finished' : null
    }
    return type === handshake ? this.#readMessages(record.subarray(5)) : null
  }

  #readEncrypted(record: Buffer): Mark {
    const keys = this.#keys()
    if (keys === null) return null
    const { type, content } = keys.open(record, this.#sequence)
    this.#sequence += 1
    return type === handshake ? this.#readMessages(content) : null
  }

  // A message longer than a record goes on in the next; its mark stands where it ends.
  #readMessages(bytes: Buffer): Mark {
    let mark: Mark = null
    let at = Math.min(this.#unread, bytes.length)
    this.#unread -= at
    if (this.#pending !== null && this.#unread === 0) mark = this.#pending
    while (at + 4 <= bytes.length) {
      const end = at + 4 + bytes.readUIntBE(at + 1, 3)
      const found = this.#markOf(bytes.subarray(at, end))
      this.#unread = Math.max(0, end - bytes.length)
      this.#pending = this.#unread > 0 ? found : null
      if (this.#unread === 0) mark = found ?? mark
      at = end
    }
    return mark
  }

  #pending: Mark = null

  #markOf(message: Buffer): Mark {
    switch (message[0]) {
      case 2: {
        const random = message.subarray(6, 38)
        if (random.toString('hex') === retryRandom) return null
        this.#serverRandom = Buffer.from(random)
        // The suites of TLS 1.3 are 0x13xx; no earlier version has one of them.
        this.#is13 = message[39 + (message[38] ?? 0)] === 0x13
        return 'server-hello'
      }
      case 11:
        return 'certificate'
      case 14:
        return 'flight-end'
      case 20:
        return this.#is13 ? 'flight-end' : null
      default:
        return null
    }
  }
}
