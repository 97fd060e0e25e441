import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type {
  CipherChaCha20Poly1305Types,
  CipherGCMTypes,
  DecipherChaCha20Poly1305,
  DecipherGCM,
} from 'node:crypto'

/** The keys of one direction: enough to read the records of our own server, and to add one. */
export interface RecordKeys {
  seal(type: number, content: Buffer, sequence: number): Buffer
}

/** The keys of TLS 1.3 can read as well: that is how the place of the certificate is found. */
export interface RecordKeys13 extends RecordKeys {
  open(record: Buffer, sequence: number): { readonly type: number; readonly content: Buffer }
}

const tagLength = 16

/** The keys of a traffic secret (RFC 8446, section 7.3); `suite` is the standard name of the cipher suite. */
export function keysOf13(secret: Buffer, suite: string): RecordKeys13 {
  const { algorithm, keyLength, hash } = cipherOf(suite)
  const key = expandLabel(secret, 'key', keyLength, hash)
  const iv = expandLabel(secret, 'iv', 12, hash)
  return {
    seal(type, content, sequence) {
      const inner = Buffer.concat([content, Buffer.from([type])])
      const header = recordHeader(23, inner.length + tagLength)
      return Buffer.concat([header, encrypt(algorithm, key, nonceOf(iv, sequence), header, inner)])
    },
    open(record, sequence) {
      const decipher = decipherOf(algorithm, key, nonceOf(iv, sequence))
      decipher.setAAD(record.subarray(0, 5), { plaintextLength: record.length - 5 - tagLength })
      decipher.setAuthTag(record.subarray(record.length - tagLength))
      const inner = Buffer.concat([
        decipher.update(record.subarray(5, record.length - tagLength)),
        decipher.final(),
      ])
      let end = inner.length
      while (end > 0 && inner[end - 1] === 0) end -= 1
      return { type: inner[end - 1] ?? 0, content: inner.subarray(0, Math.max(0, end - 1)) }
    },
  }
}

export interface Secrets12 {
  readonly master: Buffer
  readonly clientRandom: Buffer
  readonly serverRandom: Buffer
}

/** What a TLS 1.2 server writes with (RFC 5246, section 6.3; RFC 5288; RFC 7905). */
export function serverKeysOf12({ master, clientRandom, serverRandom }: Secrets12, suite: string): RecordKeys {
  const { algorithm, keyLength, hash } = cipherOf(suite)
  const implicit = algorithm === 'chacha20-poly1305' ? 12 : 4
  const seed = Buffer.concat([Buffer.from('key expansion'), serverRandom, clientRandom])
  const block = pseudoRandom(master, seed, 2 * (keyLength + implicit), hash)
  const key = block.subarray(keyLength, 2 * keyLength)
  const iv = block.subarray(2 * keyLength + implicit)
  return {
    seal(type, content, sequence) {
      const number = sequenceBytes(sequence)
      const explicit = algorithm === 'chacha20-poly1305' ? Buffer.alloc(0) : number
      const nonce = explicit.length > 0 ? Buffer.concat([iv, explicit]) : nonceOf(iv, sequence)
      const additional = Buffer.concat([number, recordHeader(type, content.length)])
      const sealed = encrypt(algorithm, key, nonce, additional, content)
      return Buffer.concat([recordHeader(type, explicit.length + sealed.length), explicit, sealed])
    },
  }
}

type Algorithm = CipherGCMTypes | CipherChaCha20Poly1305Types

function cipherOf(suite: string): {
  readonly algorithm: Algorithm
  readonly keyLength: number
  readonly hash: 'sha256' | 'sha384'
} {
  const hash = suite.endsWith('SHA384') ? 'sha384' : 'sha256'
  if (suite.includes('CHACHA20')) return { algorithm: 'chacha20-poly1305', keyLength: 32, hash }
  if (suite.includes('AES_256_GCM')) return { algorithm: 'aes-256-gcm', keyLength: 32, hash }
  if (suite.includes('AES_128_GCM')) return { algorithm: 'aes-128-gcm', keyLength: 16, hash }
  throw new TypeError(`an alert cannot be encrypted with ${suite}`)
}

function encrypt(
  algorithm: Algorithm,
  key: Buffer,
  nonce: Buffer,
  additional: Buffer,
  content: Buffer,
): Buffer {
  const options = { authTagLength: tagLength }
  const cipher =
    algorithm === 'chacha20-poly1305'
      ? createCipheriv(algorithm, key, nonce, options)
      : createCipheriv(algorithm, key, nonce, options)
  cipher.setAAD(additional, { plaintextLength: content.length })
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function decipherOf(
  algorithm: Algorithm,
  key: Buffer,
  nonce: Buffer,
): DecipherGCM | DecipherChaCha20Poly1305 {
  const options = { authTagLength: tagLength }
  return algorithm === 'chacha20-poly1305'
    ? createDecipheriv(algorithm, key, nonce, options)
    : createDecipheriv(algorithm, key, nonce, options)
}

// One block of HKDF-Expand is enough: no key is longer than its hash.
function expandLabel(secret: Buffer, label: string, length: number, hash: string): Buffer {
  const name = Buffer.from(`tls13 ${label}`)
  const info = Buffer.concat([Buffer.from([0, length, name.length]), name, Buffer.from([0, 1])])
  return createHmac(hash, secret).update(info).digest().subarray(0, length)
}

function pseudoRandom(secret: Buffer, seed: Buffer, length: number, hash: string): Buffer {
  const blocks: Buffer[] = []
  let chained: Buffer = seed
  for (let made = 0; made < length; made += blocks.at(-1)?.length ?? length) {
    chained = createHmac(hash, secret).update(chained).digest()
    blocks.push(createHmac(hash, secret).update(chained).update(seed).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function nonceOf(iv: Buffer, sequence: number): Buffer {
  const nonce = Buffer.from(iv)
  sequenceBytes(sequence).forEach((byte, index) => {
    nonce[4 + index] = (nonce[4 + index] ?? 0) ^ byte
  })
  return nonce
}

function sequenceBytes(sequence: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32BE(sequence, 4)
  return bytes
}

function recordHeader(type: number, length: number): Buffer {
  return Buffer.from([type, 3, 3, length >> 8, length & 0xff])
}
