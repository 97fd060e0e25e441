/** One record, cut out of a stream of bytes. */
export interface RawRecord {
  readonly type: number
  readonly header: Buffer
  readonly fragment: Buffer
  /** When its last byte had passed, in milliseconds since the handshake began. */
  readonly at: number
}

export interface Chunk {
  readonly direction: 'sent' | 'received'
  readonly bytes: Buffer
  readonly at: number
}

// 2^14 and what encryption may add (RFC 5246, 6.2.3).
const maxFragment = 16_384 + 2_048
const maxRecords = 400

/** The records of one direction. `foreign`: the bytes are no TLS records from there on. */
export function frame(chunks: readonly Chunk[]): {
  readonly records: readonly RawRecord[]
  readonly foreign: Buffer | null
} {
  const stream = Buffer.concat(chunks.map(({ bytes }) => bytes))
  const ends: { readonly end: number; readonly at: number }[] = []
  let total = 0
  for (const { bytes, at } of chunks) {
    total += bytes.length
    ends.push({ end: total, at })
  }
  const records: RawRecord[] = []
  let at = 0
  let chunk = 0
  while (stream.length - at >= 5 && records.length < maxRecords) {
    const type = stream[at] ?? 0
    const length = stream.readUInt16BE(at + 3)
    if (type < 20 || type > 24 || stream[at + 1] !== 3 || length > maxFragment) {
      return { records, foreign: stream.subarray(at) }
    }
    const end = at + 5 + length
    if (end > stream.length) break
    while ((ends[chunk]?.end ?? Infinity) < end) chunk += 1
    records.push({
      type,
      header: stream.subarray(at, at + 5),
      fragment: stream.subarray(at + 5, end),
      at: ends[chunk]?.at ?? 0,
    })
    at = end
  }
  // Fewer bytes than a header can only be judged by what they begin with.
  const first = stream[0]
  const cut = records.length === 0 && stream.length > 0 && stream.length < 5
  if (cut && (first === undefined || first < 20 || first > 24)) return { records, foreign: stream }
  return { records, foreign: null }
}
