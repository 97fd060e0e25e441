import { randomBytes } from 'node:crypto'

/** What a ClientHello of our own making offers; numbers are IANA's. */
export interface RawHello {
  readonly servername: string | null
  readonly versions: readonly number[]
  readonly ciphers: readonly number[]
  readonly groups: readonly number[]
  readonly signatures: readonly number[]
  readonly keyShares: readonly KeyShare[]
  /** The record is padded to at least this many bytes. */
  readonly size?: number | undefined
}

export interface KeyShare {
  readonly group: number
  readonly key: Buffer
}

const tls13 = 0x0304

/** A ClientHello in one record, of a kind that completes no handshake: it only learns what the server would choose. */
export function rawHello(hello: RawHello): Buffer {
  // The record names TLS 1.0, which every server reads, or SSL 3.0 where nothing later is meant.
  const minor = hello.versions.every((version) => version === 0x0300) ? 0 : 1
  const plain = handshakeMessage(body(hello, []))
  const missing = (hello.size ?? 0) - (5 + plain.length)
  if (missing <= 0) return record(minor, plain)
  // RFC 7685: the extension itself takes four bytes.
  return record(minor, handshakeMessage(body(hello, [extension(21, Buffer.alloc(Math.max(0, missing - 4)))])))
}

function body(hello: RawHello, padding: readonly Buffer[]): Buffer {
  const { versions, ciphers } = hello
  const legacy = Math.min(
    0x0303,
    versions.reduce((most, each) => Math.max(most, each), 0x0300),
  )
  // TLS 1.0 may be met by servers that know no extensions, and SSL 3.0 knows none.
  const extensions = legacy === 0x0300 ? [] : [...extensionsOf(hello), ...padding]
  return Buffer.concat([
    uint16(legacy),
    randomBytes(32),
    // Looks like a resumption, as middleboxes expect it of TLS 1.3 (RFC 8446, D.4).
    versions.includes(tls13) ? vector(1, randomBytes(32)) : vector(1, Buffer.alloc(0)),
    vector(2, Buffer.concat(ciphers.map(uint16))),
    vector(1, Buffer.of(0)),
    ...(extensions.length === 0 ? [] : [vector(2, Buffer.concat(extensions))]),
  ])
}

function extensionsOf(hello: RawHello): readonly Buffer[] {
  const { servername, versions, groups, signatures, keyShares } = hello
  const found: Buffer[] = []
  if (servername !== null) {
    const name = Buffer.concat([Buffer.of(0), vector(2, Buffer.from(servername, 'latin1'))])
    found.push(extension(0, vector(2, name)))
  }
  found.push(extension(10, vector(2, Buffer.concat(groups.map(uint16)))))
  found.push(extension(11, vector(1, Buffer.of(0))))
  // Signature schemes are for TLS 1.2 and later alone; extended master secret and secure renegotiation for all.
  if (versions.some((version) => version >= 0x0303)) {
    found.push(extension(13, vector(2, Buffer.concat(signatures.map(uint16)))))
  }
  found.push(extension(23, Buffer.alloc(0)), extension(0xff01, Buffer.of(0)))
  if (!versions.includes(tls13)) return found
  const shares = keyShares.map(({ group, key }) => Buffer.concat([uint16(group), vector(2, key)]))
  found.push(extension(43, vector(1, Buffer.concat([...versions].toSorted((a, b) => b - a).map(uint16)))))
  found.push(extension(45, vector(1, Buffer.of(1))))
  found.push(extension(51, vector(2, Buffer.concat(shares))))
  return found
}

function handshakeMessage(content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(1), vector(3, content)])
}

function record(minor: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(22, 3, minor), vector(2, content)])
}

function extension(type: number, content: Buffer): Buffer {
  return Buffer.concat([uint16(type), vector(2, content)])
}

function vector(size: 1 | 2 | 3, content: Buffer): Buffer {
  const length = Buffer.alloc(size)
  length.writeUIntBE(content.length, 0, size)
  return Buffer.concat([length, content])
}

function uint16(value: number): Buffer {
  return Buffer.of(value >> 8, value & 255)
}
