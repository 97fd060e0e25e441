/** What a reply holds, as far as a diagnosis needs it. Types that no rule reads are kept as their number. */
export type BsonValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Buffer
  | readonly BsonValue[]
  | BsonDocument
  | { readonly objectId: string }
  | { readonly otherType: number }

/** A map, since a name such as `__proto__` is only data. */
export type BsonDocument = ReadonlyMap<string, BsonValue>

/** The bytes are no document; `at` counts from the document's first byte. */
export class MalformedBson extends Error {
  readonly at: number

  constructor(what: string, at: number) {
    super(`${what} at byte ${at}`)
    this.name = 'MalformedBson'
    this.at = at
  }
}

// A hello nests four deep and holds some hundred elements; these leave room and keep a hostile reply cheap.
const maxDepth = 16
const maxElements = 20_000

interface Reading {
  readonly bytes: Buffer
  elements: number
}

/** Reads one document that fills `bytes` from `start`. Throws `MalformedBson`; never reads outside, never nests past 16. */
export function readBson(bytes: Buffer, start: number = 0): BsonDocument {
  return document({ bytes, elements: 0 }, start, bytes.length, 0).value
}

interface Read<T> {
  readonly value: T
  readonly end: number
}

function document(reading: Reading, start: number, limit: number, depth: number): Read<BsonDocument> {
  const found = new Map<string, BsonValue>()
  const end = elements(reading, start, limit, depth, (name, value) => found.set(name, value))
  return { value: found, end }
}

function array(reading: Reading, start: number, limit: number, depth: number): Read<readonly BsonValue[]> {
  const found: BsonValue[] = []
  const end = elements(reading, start, limit, depth, (_, value) => found.push(value))
  return { value: found, end }
}

function elements(
  reading: Reading,
  start: number,
  limit: number,
  depth: number,
  keep: (name: string, value: BsonValue) => void,
): number {
  if (depth > maxDepth) throw new MalformedBson('nested too deep', start)
  need(start, 5, limit)
  const length = reading.bytes.readInt32LE(start)
  if (length < 5 || length > limit - start) throw new MalformedBson(`document length ${length}`, start)
  const end = start + length
  if (reading.bytes[end - 1] !== 0) throw new MalformedBson('document without its end', end - 1)
  let at = start + 4
  while (at < end - 1) {
    if (++reading.elements > maxElements) throw new MalformedBson('too many elements', at)
    const type = reading.bytes[at] ?? 0
    const name = cString(reading, at + 1, end - 1)
    const read = element(reading, type, name.end, end - 1, depth)
    keep(name.value, read.value)
    at = read.end
  }
  return end
}

function element(reading: Reading, type: number, at: number, limit: number, depth: number): Read<BsonValue> {
  const { bytes } = reading
  switch (type) {
    case 0x01:
      need(at, 8, limit)
      return { value: bytes.readDoubleLE(at), end: at + 8 }
    case 0x02:
    case 0x0d:
    case 0x0e:
      return string(bytes, at, limit)
    case 0x03:
      return document(reading, at, limit, depth + 1)
    case 0x04:
      return array(reading, at, limit, depth + 1)
    case 0x05:
      return binary(bytes, at, limit)
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return { value: null, end: at }
    case 0x07:
      need(at, 12, limit)
      return { value: { objectId: bytes.toString('hex', at, at + 12) }, end: at + 12 }
    case 0x08:
      need(at, 1, limit)
      return { value: bytes[at] !== 0, end: at + 1 }
    case 0x09:
      need(at, 8, limit)
      return { value: new Date(Number(bytes.readBigInt64LE(at))), end: at + 8 }
    case 0x0b: {
      const pattern = cString(reading, at, limit)
      return { value: { otherType: type }, end: cString(reading, pattern.end, limit).end }
    }
    case 0x0c: {
      const name = string(bytes, at, limit)
      need(name.end, 12, limit)
      return { value: { otherType: type }, end: name.end + 12 }
    }
    case 0x0f: {
      need(at, 4, limit)
      const length = bytes.readInt32LE(at)
      if (length < 14 || length > limit - at) throw new MalformedBson(`code length ${length}`, at)
      return { value: { otherType: type }, end: at + length }
    }
    case 0x10:
      need(at, 4, limit)
      return { value: bytes.readInt32LE(at), end: at + 4 }
    case 0x11:
      need(at, 8, limit)
      return { value: bytes.readBigUInt64LE(at), end: at + 8 }
    case 0x12:
      need(at, 8, limit)
      return { value: whole(bytes.readBigInt64LE(at)), end: at + 8 }
    case 0x13:
      need(at, 16, limit)
      return { value: { otherType: type }, end: at + 16 }
    default:
      throw new MalformedBson(`unknown type ${type}`, at)
  }
}

function whole(value: bigint): number | bigint {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

function string(bytes: Buffer, at: number, limit: number): Read<string> {
  need(at, 5, limit)
  const length = bytes.readInt32LE(at)
  if (length < 1 || length > limit - at - 4) throw new MalformedBson(`string length ${length}`, at)
  const end = at + 4 + length
  if (bytes[end - 1] !== 0) throw new MalformedBson('string without its end', end - 1)
  return { value: bytes.toString('utf8', at + 4, end - 1), end }
}

function binary(bytes: Buffer, at: number, limit: number): Read<Buffer> {
  need(at, 5, limit)
  const length = bytes.readInt32LE(at)
  if (length < 0 || length > limit - at - 5) throw new MalformedBson(`binary length ${length}`, at)
  return { value: bytes.subarray(at + 5, at + 5 + length), end: at + 5 + length }
}

function cString({ bytes }: Reading, at: number, limit: number): Read<string> {
  const end = bytes.indexOf(0, at)
  if (end === -1 || end >= limit + 1) throw new MalformedBson('name without its end', at)
  return { value: bytes.toString('utf8', at, end), end: end + 1 }
}

function need(at: number, length: number, limit: number): void {
  if (at + length > limit) throw new MalformedBson('value cut short', at)
}
