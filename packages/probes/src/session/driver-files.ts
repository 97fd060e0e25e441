import { stat } from 'node:fs/promises'

import type { MongoClient } from 'mongodb'

// As much as our own reader takes of a file; no bundle of authorities comes near it.
const maxBytes = 16 * 1024 * 1024

/**
 * Whether the driver would read a TLS file that has no end, or far too much in it: it reads the whole of what an option
 * names, without a bound and without a way to stop it. That a file is missing or locked, it says by itself.
 */
export async function namesEndlessFile({ options }: MongoClient): Promise<boolean> {
  if (!options.tls) return false
  const { tlsCAFile, tlsCertificateKeyFile, tlsCRLFile } = options
  const found = await Promise.all(
    [tlsCAFile, tlsCertificateKeyFile, tlsCRLFile].map(async (path) =>
      typeof path === 'string' ? stat(path).catch(() => null) : null,
    ),
  )
  return found.some(
    (file) => file !== null && (file.size > maxBytes || !(file.isFile() || file.isDirectory())),
  )
}
