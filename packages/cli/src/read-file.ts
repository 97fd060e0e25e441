import { constants, open } from 'node:fs/promises'

import { encodingOf } from './encoding.ts'

export type ReadOutcome =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'missing' }
  | { readonly is: 'failed'; readonly why: string }

const chunkLength = 65_536

// Enough to tell an encoding.
const sampleLength = 4_096

/** The text of a file of at most `limit` bytes. A pipe or a directory is refused at once instead of being waited for. */
export async function readBounded(path: string, limit: number): Promise<ReadOutcome> {
  let file
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return missingOr(error)
  }
  try {
    const stat = await file.stat()
    if (stat.isDirectory()) return { is: 'failed', why: 'it is a directory' }
    if (!stat.isFile()) return { is: 'failed', why: 'it is not a regular file' }
    if (stat.size > limit) return { is: 'failed', why: `it is larger than ${limit / 1024 / 1024} MiB` }
    const chunks: Buffer[] = []
    let length = 0
    // Files of /proc say of themselves that they are empty, and one that is written to grows.
    while (length <= limit) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(chunkLength), 0, chunkLength, null)
      if (bytesRead === 0) break
      chunks.push(buffer.subarray(0, bytesRead))
      length += bytesRead
    }
    if (length > limit) return { is: 'failed', why: `it is larger than ${limit / 1024 / 1024} MiB` }
    const bytes = Buffer.concat(chunks)
    // A redirection in PowerShell writes UTF-16.
    return { is: 'text', text: new TextDecoder(encodingOf(bytes.subarray(0, sampleLength))).decode(bytes) }
  } catch (error) {
    return missingOr(error)
  } finally {
    await file.close()
  }
}

function missingOr(error: unknown): ReadOutcome {
  const code = errnoOf(error)
  if (code === 'ENOENT') return { is: 'missing' }
  if (code === 'EACCES' || code === 'EPERM') return { is: 'failed', why: 'permission denied' }
  return { is: 'failed', why: code }
}

/** The errno of a system error, `unknown error` for anything else. */
export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown error'
}
