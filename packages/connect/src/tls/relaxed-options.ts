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

/** The same among the driver's options; `rejectUnauthorized: false` and a name check of one's own count as well. */
export function relaxedInDriver(options: MongoClientOptions): readonly string[] {
  const found: string[] = names.filter((name) => Reflect.get(options, name) === (name !== 'sslValidate'))
  if (options.rejectUnauthorized === false) found.push('rejectUnauthorized')
  if (options.checkServerIdentity !== undefined) found.push('checkServerIdentity')
  return found
}
