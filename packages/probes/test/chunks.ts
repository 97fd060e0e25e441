import fc from 'fast-check'

/** The same bytes cut anywhere: what a network may make of them. */
export function chunkings(bytes: Buffer): fc.Arbitrary<readonly Buffer[]> {
  return fc
    .array(fc.nat({ max: bytes.length }), { maxLength: 12 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), bytes.length])
    .map((edges) => edges.slice(1).map((to, index) => bytes.subarray(edges[index], to)))
    .map((chunks) => chunks.filter(({ length }) => length > 0))
}

/** A few bytes of good ones changed, and the end cut off or not. */
export function damaged(good: Buffer): fc.Arbitrary<Buffer> {
  const changes = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 })
  return fc
    .tuple(changes, fc.oneof(fc.constant(good.length), fc.nat({ max: good.length })))
    .map(([made, length]) => {
      const bytes = Buffer.from(good)
      for (const [at, byte] of made) bytes[at] = byte
      return bytes.subarray(0, length)
    })
}
