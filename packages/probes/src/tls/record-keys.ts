import { createDecipheriv, createHmac } from 'node:crypto'

import type { RawRecord } from './framing.ts'

interface Suite {
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305'
  readonly hash: 'sha256' | 'sha384'
  readonly keyLength: number
}

const suites: Readonly<Record<number, Suite>> = {
  0x1301: { cipher: 'aes-128-gcm', hash: 'sha256', keyLength: 16 },
  0x1302: { cipher: 'aes-256-gcm', hash: 'sha384', keyLength: 32 },
  0x1303: { cipher: 'chacha20-poly1305', hash: 'sha256', keyLength: 32 },
}

/** HKDF-Expand-Label of RFC 8446, 7.1, for outputs of one hash at most. */
function expandLabel(hash: Suite['hash'], secret: Buffer, label: string, length: number): Buffer {
  const full = Buffer.from(`tls13 ${label}`)
  const info = Buffer.concat([Buffer.from([0, length, full.length]), full, Buffer.from([0, 1])])
  return createHmac(hash, secret).update(info).digest().subarray(0, length)
}

/** Opens the records of one direction under one traffic secret, in order. */
export class RecordKeys {
  readonly #suite: Suite
  readonly #key: Buffer
  readonly #iv: Buffer
  #sequence = 0n

  /** null: the suite is none that we can open. */
  static of(suite: number, secret: Buffer): RecordKeys | null {
    const known = suites[suite]
    return known === undefined ? null : new RecordKeys(known, secret)
  }

  private constructor(suite: Suite, secret: Buffer) {
    this.#suite = suite
    this.#key = expandLabel(suite.hash, secret, 'key', suite.keyLength)
    this.#iv = expandLabel(suite.hash, secret, 'iv', 12)
  }

  /** The inner type and content of a record; null when it does not open, and then the sequence stays. */
  open(record: RawRecord): { readonly type: number; readonly content: Buffer } | null {
    if (record.fragment.length < 17) return null
    const nonce = Buffer.from(this.#iv)
    nonce.writeBigUInt64BE(nonce.readBigUInt64BE(4) ^ this.#sequence, 4)
    const body = record.fragment.subarray(0, -16)
    try {
      // The overloads differ by cipher, and all take the same arguments.
      const opener = createDecipheriv(this.#suite.cipher as 'aes-128-gcm', this.#key, nonce, {
        authTagLength: 16,
      })
      opener.setAAD(record.header)
      opener.setAuthTag(record.fragment.subarray(-16))
      const plain = Buffer.concat([opener.update(body), opener.final()])
      let end = plain.length
      while (end > 0 && plain[end - 1] === 0) end -= 1
      if (end === 0) return null
      this.#sequence += 1n
      return { type: plain[end - 1] ?? 0, content: plain.subarray(0, end - 1) }
    } catch {
      // A record under other keys: the caller tries the next secret.
      return null
    }
  }
}
