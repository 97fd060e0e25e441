import type { EffectiveOptions } from '@mongowhy/core'
import type { MongoClientOptions } from 'mongodb'

// Packages beside the driver, which the user's application may have and this installation has not.
const packages: ReadonlySet<string> = new Set(['snappy', 'zstd'])

/**
 * Leaves out compressors that only a further package provides: that it is missing here says nothing about the user's
 * application. One that no driver knows is left in, since the driver refuses it wherever it runs.
 */
export function compressorsHere({ compressors }: EffectiveOptions): MongoClientOptions {
  const lacking = compressors.filter((name) => packages.has(name))
  const known = compressors.every((name) => packages.has(name) || name === 'zlib')
  if (lacking.length === 0 || !known) return {}
  return { compressors: compressors.includes('zlib') ? ['zlib'] : ['none'] }
}
