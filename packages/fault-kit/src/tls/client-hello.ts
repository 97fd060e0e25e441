import { Cursor } from '../cursor.ts'

export interface ClientHello {
  /** `TLSv1.3` and so on, as offered; from the legacy field where the extension is missing. */
  readonly versions: readonly string[]
  /** Null when the client named no server. */
  readonly servername: string | null
  readonly cipherSuites: readonly number[]
  readonly protocols: readonly string[]
  readonly bytes: number
}

export type HelloBytes =
  | { readonly is: 'client-hello'; readonly hello: ClientHello }
  | { readonly is: 'incomplete' }
  | { readonly is: 'not-tls' }

// One record carries at most 16 kB; a hello of more than four is no client that we know.
const mostBytes = 65_536

/** Reads a ClientHello from the first bytes of a connection, or null when they are none (or not all of it). */
export function parseClientHello(bytes: Uint8Array): ClientHello | null {
  const read = readClientHello(bytes)
  return read.is === 'client-hello' ? read.hello : null
}

export function readClientHello(bytes: Uint8Array): HelloBytes {
  const message = handshakeBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (message === null) return { is: 'not-tls' }
  if (message.length < 4) return { is: 'incomplete' }
  const length = message.readUIntBE(1, 3)
  if (message[0] !== 1 || length > mostBytes) return { is: 'not-tls' }
  if (message.length < 4 + length) return { is: 'incomplete' }
  try {
    return { is: 'client-hello', hello: parseBody(message.subarray(4, 4 + length), bytes.length) }
  } catch (error) {
    if (error instanceof RangeError) return { is: 'not-tls' }
    throw error
  }
}

/** The handshake bytes of the records at the start; null when the first bytes cannot begin a TLS handshake. */
function handshakeBytes(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length && at < mostBytes;) {
    if (bytes[at] !== 22 || (bytes[at + 1] ?? 3) !== 3) return at === 0 ? null : Buffer.concat(parts)
    if (bytes.length < at + 5) break
    const length = bytes.readUInt16BE(at + 3)
    parts.push(bytes.subarray(at + 5, at + 5 + length))
    at += 5 + length
  }
  return Buffer.concat(parts)
}

function parseBody(body: Buffer, total: number): ClientHello {
  const cursor = new Cursor(body)
  const legacyVersion = cursor.uint16()
  cursor.take(32)
  cursor.take(cursor.uint8())
  const cipherSuites = numbers(new Cursor(cursor.take(cursor.uint16())))
  cursor.take(cursor.uint8())
  let servername: string | null = null
  let versions: readonly string[] = [versionName(legacyVersion)]
  let protocols: readonly string[] = []
  const extensions = new Cursor(cursor.left > 0 ? cursor.take(cursor.uint16()) : Buffer.alloc(0))
  while (extensions.left > 0) {
    const type = extensions.uint16()
    const content = new Cursor(extensions.take(extensions.uint16()))
    if (type === 0) servername = readServername(content)
    else if (type === 16) protocols = readProtocols(content)
    else if (type === 43) {
      versions = numbers(new Cursor(content.take(content.uint8())))
        .filter((version) => !isGrease(version))
        .map(versionName)
    }
  }
  return { versions, servername, cipherSuites, protocols, bytes: total }
}

function readServername(content: Cursor): string | null {
  const names = new Cursor(content.take(content.uint16()))
  while (names.left > 0) {
    const type = names.uint8()
    const name = names.take(names.uint16())
    if (type === 0) return name.toString('latin1')
  }
  return null
}

function readProtocols(content: Cursor): readonly string[] {
  const list = new Cursor(content.take(content.uint16()))
  const found: string[] = []
  while (list.left > 0) found.push(list.take(list.uint8()).toString('latin1'))
  return found
}

function numbers(cursor: Cursor): readonly number[] {
  const found: number[] = []
  while (cursor.left > 1) found.push(cursor.uint16())
  return found
}

// Reserved values that clients mix in so that servers learn to ignore what they do not know (RFC 8701).
function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff)
}

function versionName(version: number): string {
  const minor = version - 0x0301
  return minor === 0 ? 'TLSv1' : minor > 0 && minor < 4 ? `TLSv1.${minor}` : `0x${version.toString(16)}`
}
