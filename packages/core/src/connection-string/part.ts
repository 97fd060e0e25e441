/** A stretch of the connection string, and where it begins: UTF-16 units from the start of what was given. */
export interface Part {
  readonly offset: number
  readonly text: string
}

/** Cuts a part out of another. */
export function partOf(part: Part, from: number, to: number = part.text.length): Part {
  return { offset: part.offset + from, text: part.text.slice(from, to) }
}

/** Splits a part at a separator; at most `limit` pieces are looked at. */
export function splitPart(part: Part, separator: string, limit: number): readonly Part[] {
  const pieces: Part[] = []
  let from = 0
  while (pieces.length < limit) {
    const to = part.text.indexOf(separator, from)
    if (to === -1) {
      pieces.push(partOf(part, from))
      break
    }
    pieces.push(partOf(part, from, to))
    from = to + separator.length
  }
  return pieces
}

/** The index of the first `/`, `?` or `#` from `from` on; the text's length when there is none. */
export function authorityEnd(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    const char = text.charCodeAt(index)
    if (char === 0x2f || char === 0x3f || char === 0x23) return index
  }
  return text.length
}
