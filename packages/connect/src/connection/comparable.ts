// Options nest a few deep; what is deeper than this is no option of the driver's.
const deepest = 6

/**
 * Options as a text that is the same for the same options, whatever their order; null where one of them is no plain
 * data: two functions or two sockets cannot be told to be alike.
 */
export function comparable(value: unknown, depth: number = 0): string | null {
  if (value instanceof Uint8Array) return `bytes:${Buffer.from(value).toString('base64')}`
  if (value === undefined) return 'undefined'
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'function' || typeof value === 'symbol' ? null : JSON.stringify(value)
  }
  if (depth >= deepest) return null
  if (Array.isArray(value)) return joined(value, depth)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return null
  return joined(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    depth,
  )
}

function joined(values: readonly unknown[], depth: number): string | null {
  const texts = values.map((each) => comparable(each, depth + 1))
  return texts.includes(null) ? null : `[${texts.join(',')}]`
}
