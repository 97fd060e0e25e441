import type { MongoClientOptions } from 'mongodb'

const names = [
  'tlsInsecure',
  'tlsAllowInvalidCertificates',
  'tlsAllowInvalidHostnames',
  'sslValidate',
] as const

/** The options in a connection string that switch verification off, by name. Reads the query alone, decoded once. */
export function relaxedInUri(uri: string): readonly string[] {
  const query = uri.slice(uri.lastIndexOf('?') + 1)
  const given = new URLSearchParams(uri.includes('?') ? query : '')
  return [...given]
    .filter(([name, value]) => {
      const known = names.find((each) => each.toLowerCase() === name.toLowerCase())
      if (known === undefined) return false
      return (value.toLowerCase() === 'false') === (known === 'sslValidate')
    })
    .map(([name]) => name)
}

/**
 * The same among the driver's options; `rejectUnauthorized: false` and a name check of one's own count as well. Names in
 * any case, and `'true'` for true, since the driver takes both.
 */
export function relaxedInDriver(options: MongoClientOptions): readonly string[] {
  return Object.entries(options)
    .filter(([name, value]: readonly [string, unknown]) => isRelaxing(name.toLowerCase(), value))
    .map(([name]) => name)
}

function isRelaxing(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false
  const isFalse = value === false || (typeof value === 'string' && value.toLowerCase() === 'false')
  if (name === 'sslvalidate' || name === 'rejectunauthorized') return isFalse
  if (name === 'checkserveridentity') return true
  return !isFalse && names.some((each) => each.toLowerCase() === name)
}
