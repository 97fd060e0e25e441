import type { PeerProtocol } from '@mongowhy/core'

const greetings: readonly (readonly [RegExp, PeerProtocol])[] = [
  [/^HTTP\/\d/i, 'http'],
  [/^(?:<!doctype|<html|<\?xml|GET |POST |HEAD |PUT |CONNECT |OPTIONS )/i, 'http'],
  [/^SSH-\d/, 'ssh'],
  [/^(?:\* (?:OK|PREAUTH|BYE)\b|\+OK [^\r\n]+\r\n)/, 'smtp-or-ftp'],
  // The number of its protocol follows, of one digit.
  [/^AMQP[^ -~]/, 'amqp'],
  [/^[2-5]\d\d[ -][^\r\n]*(?:\r?\n|$)/, 'smtp-or-ftp'],
  [/^(?:ERROR|(?:CLIENT|SERVER)_ERROR [^\r\n]*)\r\n/, 'memcached'],
  [/^(?:-(?:ERR|NOAUTH|DENIED|WRONGPASS|LOADING|PROTECTED)|\+(?:PONG|OK\r))/, 'redis'],
]

/**
 * What a peer speaks, judged by the first bytes that it sent. `unknown` when they do not decide; `mongodb` only for a
 * header whose length and operation code are those of a reply.
 */
export function recogniseProtocol(bytes: Buffer): PeerProtocol {
  const text = bytes.subarray(0, 256).toString('latin1')
  for (const [pattern, protocol] of greetings) if (pattern.test(text)) return protocol
  if (isTls(bytes)) return 'tls'
  if (isMysql(bytes)) return 'mysql'
  if (isMongo(bytes)) return 'mongodb'
  if (isHttp2(bytes)) return 'http2'
  if (isPostgres(bytes)) return 'postgresql'
  // A SOCKS5 method choice or reply, and nothing longer.
  if (bytes.length >= 2 && bytes.length <= 22 && bytes[0] === 5 && isSocksReply(bytes)) return 'socks'
  return 'unknown'
}

function isTls(bytes: Buffer): boolean {
  const [type = 0, major, minor = 255] = bytes
  if (bytes.length < 5 || type < 20 || type > 23 || major !== 3 || minor > 4) return false
  const length = bytes.readUInt16BE(3)
  return length > 0 && length <= 16_384 + 2_048
}

/** A greeting packet: three bytes of length, sequence 0, protocol 10, a version; or an error packet. */
function isMysql(bytes: Buffer): boolean {
  if (bytes.length < 6 || bytes[3] !== 0) return false
  const length = bytes.readUIntLE(0, 3)
  if (bytes[4] === 0x0a) return length < 1024 && /^\d+\.\d+/.test(bytes.subarray(5, 16).toString('latin1'))
  if (bytes[4] !== 0xff || bytes.length < 8) return false
  const code = bytes.readUInt16LE(5)
  return length < 1024 && code >= 1000 && code < 5000
}

/** A SETTINGS frame of connection 0, which a server sends first (RFC 9113, 3.4): entries of six bytes, seven of them known. */
function isHttp2(bytes: Buffer): boolean {
  if (bytes.length < 9) return false
  const length = bytes.readUIntBE(0, 3)
  return (
    length % 6 === 0 && length <= 16 * 6 && bytes[3] === 4 && bytes[4] === 0 && bytes.readUInt32BE(5) === 0
  )
}

function isMongo(bytes: Buffer): boolean {
  if (bytes.length < 16) return false
  const length = bytes.readInt32LE(0)
  const opCode = bytes.readInt32LE(12)
  return length >= 16 && length <= 48_000_000 && (opCode === 1 || opCode === 2012 || opCode === 2013)
}

/** An ErrorResponse: `E`, a length, then fields that begin with the severity; of old servers, `E` and plain text. */
function isPostgres(bytes: Buffer): boolean {
  if (bytes.length < 6 || bytes[0] !== 0x45) return false
  const length = bytes.readUInt32BE(1)
  if (length < 10_000 && bytes[5] === 0x53) return true
  return /^E(?:FATAL|ERROR|unsupported frontend)/.test(bytes.subarray(0, 32).toString('latin1'))
}

function isSocksReply(bytes: Buffer): boolean {
  const second = bytes[1] ?? 255
  if (bytes.length === 2) return second <= 2 || second === 255
  return second <= 8 && bytes[2] === 0
}

const excerptLength = 160

/** The first bytes as text for people: at most 160 characters, what is no text as `\xNN`. Renderers still escape it. */
export function excerptOf(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes.subarray(0, excerptLength)) {
    const printable = byte >= 0x20 && byte < 0x7f
    const space = byte === 0x0a || byte === 0x0d || byte === 0x09
    text += printable ? String.fromCharCode(byte) : space ? ' ' : `\\x${byte.toString(16).padStart(2, '0')}`
    if (text.length >= excerptLength) break
  }
  return text.trim()
}
