import { Cursor } from '../cursor.ts'

export interface Query {
  readonly id: number
  readonly recursionDesired: boolean
  readonly name: string
  readonly type: number
  /** The question as it came, to be repeated in the answer. */
  readonly question: Buffer
  /** The largest answer over UDP that the client takes. */
  readonly udpSize: number
}

const opt = 41
const mostLabels = 128

/** Reads a query with one question; null when the bytes are none. */
export function readQuery(bytes: Buffer): Query | null {
  try {
    const cursor = new Cursor(bytes)
    const id = cursor.uint16()
    const flags = cursor.uint16()
    const questions = cursor.uint16()
    const others = cursor.uint16() + cursor.uint16()
    const additional = cursor.uint16()
    if (flags & 0x8000 || questions !== 1) return null
    const name = readName(bytes, cursor)
    const type = cursor.uint16()
    cursor.take(2)
    const question = bytes.subarray(12, cursor.at)
    return {
      id,
      recursionDesired: (flags & 0x0100) !== 0,
      name,
      type,
      question,
      udpSize: others === 0 && additional > 0 ? readUdpSize(cursor) : 512,
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readUdpSize(cursor: Cursor): number {
  if (cursor.uint8() !== 0 || cursor.uint16() !== opt) return 512
  return Math.min(4_096, Math.max(512, cursor.uint16()))
}

/** A name in dotted form; pointers may only lead backwards, so that no name is endless. */
function readName(bytes: Buffer, from: Cursor): string {
  const labels: string[] = []
  let cursor = from
  let floor = bytes.length
  for (;;) {
    const length = cursor.uint8()
    if (length === 0) return labels.join('.')
    if (labels.length === mostLabels) throw new RangeError('a name of too many labels')
    if (length < 0x40) labels.push(cursor.take(length).toString('latin1'))
    else {
      const target = ((length & 0x3f) << 8) | cursor.uint8()
      if (length < 0xc0 || target >= floor) throw new RangeError('a pointer that leads nowhere')
      floor = target
      cursor = new Cursor(bytes, target)
    }
  }
}
