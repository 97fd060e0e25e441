/** What our own commands need of BSON; integers are written as int32. */
export type Writable = string | number | boolean | readonly string[] | { readonly [name: string]: Writable }

/** One document of a command of ours. */
export function writeBson(document: { readonly [name: string]: Writable }): Buffer {
  const parts = Object.entries(document).map(([name, value]) => element(name, value))
  const body = Buffer.concat(parts)
  const length = Buffer.alloc(4)
  length.writeInt32LE(body.length + 5)
  return Buffer.concat([length, body, Buffer.of(0)])
}

function element(name: string, value: Writable): Buffer {
  const key = Buffer.from(`${name}\0`)
  if (isList(value)) {
    const items = Object.fromEntries(value.map((each, index) => [String(index), each]))
    return Buffer.concat([Buffer.of(0x04), key, writeBson(items)])
  }
  if (typeof value === 'object') return Buffer.concat([Buffer.of(0x03), key, writeBson(value)])
  if (typeof value === 'boolean') return Buffer.concat([Buffer.of(0x08), key, Buffer.of(value ? 1 : 0)])
  if (typeof value === 'number') {
    const number = Buffer.alloc(4)
    number.writeInt32LE(value)
    return Buffer.concat([Buffer.of(0x10), key, number])
  }
  const text = Buffer.from(`${value}\0`)
  const length = Buffer.alloc(4)
  length.writeInt32LE(text.length)
  return Buffer.concat([Buffer.of(0x02), key, length, text])
}

function isList(value: Writable): value is readonly string[] {
  return Array.isArray(value)
}
