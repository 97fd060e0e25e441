/** Distinguished encoding of the few ASN.1 types that a certificate is made of. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), length(body.length), body])
}

export function sequence(...contents: readonly Uint8Array[]): Buffer {
  return element(0x30, ...contents)
}

export function set(...contents: readonly Uint8Array[]): Buffer {
  return element(0x31, ...contents)
}

/** A constructed element of the context: `[number] EXPLICIT`. */
export function explicit(number: number, ...contents: readonly Uint8Array[]): Buffer {
  return element(0xa0 | number, ...contents)
}

export function integer(bytes: Uint8Array): Buffer {
  return element(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.from([0, ...bytes]) : bytes)
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0]))
}

export function octets(...contents: readonly Uint8Array[]): Buffer {
  return element(0x04, ...contents)
}

/** A bit string of whole bytes, or with `unused` bits at its end. */
export function bits(bytes: Uint8Array, unused = 0): Buffer {
  return element(0x03, Buffer.from([unused]), bytes)
}

export function utf8(text: string): Buffer {
  return element(0x0c, Buffer.from(text))
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** UTCTime up to 2049, GeneralizedTime after, as RFC 5280 demands. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+Z$|[-:T]/g, '')
  return date.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : element(0x18, Buffer.from(`${digits}Z`))
}

function length(count: number): Buffer {
  if (count < 0x80) return Buffer.from([count])
  const bytes: number[] = []
  for (let rest = count; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest & 0xff)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

function base128(value: number): readonly number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f))
  return bytes
}
