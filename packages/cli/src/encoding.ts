/** The encoding of a text, by the beginning of its bytes: what its byte order mark says, or where its NUL bytes stand. */
export function encodingOf(sample: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  // Without a mark: what PowerShell and Windows' tools write is mostly ASCII, so that every other byte is NUL.
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 4
  if (odd > many && even < odd / 8) return 'utf-16le'
  if (even > many && odd < even / 8) return 'utf-16be'
  return 'utf-8'
}
