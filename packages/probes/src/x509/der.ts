/** One DER element. */
export interface Element {
  readonly tag: number
  readonly content: Buffer
  /** Tag, length and content. */
  readonly whole: Buffer
}

const maxElements = 256

/** The element at the beginning of the bytes; null when it is cut, too long, or of a form that certificates do not have. */
export function elementAt(bytes: Buffer): Element | null {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null
  let header = 2
  let length = first
  if (first >= 0x80) {
    const size = first & 0x7f
    if (size === 0 || size > 3 || bytes.length < 2 + size) return null
    length = bytes.readUIntBE(2, size)
    header += size
  }
  const end = header + length
  if (end > bytes.length) return null
  return { tag, content: bytes.subarray(header, end), whole: bytes.subarray(0, end) }
}

/** The elements inside an element's content; those that can be read, and at most 256. */
export function elementsIn(content: Buffer): readonly Element[] {
  const found: Element[] = []
  let rest = content
  while (rest.length > 0 && found.length < maxElements) {
    const element = elementAt(rest)
    if (element === null) return found
    found.push(element)
    rest = rest.subarray(element.whole.length)
  }
  return found
}

/** An object identifier in dotted form; the empty string when it is malformed. */
export function oidText(content: Buffer): string {
  if (content.length === 0 || content.length > 32) return ''
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    if (value > 2 ** 40) return ''
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(value)
      value = 0
    }
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}
