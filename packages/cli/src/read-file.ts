import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

export type ReadOutcome =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'missing' }
  | { readonly is: 'failed'; readonly why: string }

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
    const buffer = Buffer.alloc(limit + 1)
    let length = 0
    while (length <= limit) {
      const { bytesRead } = await file.read(buffer, length, limit + 1 - length, null)
      if (bytesRead === 0) break
      length += bytesRead
    }
    if (length > limit) return { is: 'failed', why: `it is larger than ${limit / 1024 / 1024} MiB` }
    return { is: 'text', text: buffer.toString('utf8', 0, length).replace(/^\ufeff/, '') }
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
